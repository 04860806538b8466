import type { ItemAction, PlanChange, Today } from '@codify/api/contract'
import { count, countProblems } from '../../lib/count.ts'
import type { MarkedOutcome } from './waiting-marks.ts'

export const markWords: Record<MarkedOutcome, string> = { solved: 'Done', tried: 'Tried', stuck: 'Stuck' }

export const actionWords: Record<ItemAction, { label: string; done: string }> = {
  skip: { label: 'Skip', done: 'skipped' },
  swap: { label: 'Another like this', done: 'swapped for another' },
  later: { label: 'Later', done: 'put off' },
}

type Cause = PlanChange['cause']

const becauseOf: Record<Cause, string> = {
  new_day: 'a new day began',
  break: 'of your days off',
  hours: 'your hours changed',
  harder_week: 'you asked for another week',
  skip: 'you skipped a problem',
  swap: 'you asked for another problem',
  later: 'you put a problem off',
  add: 'you added a problem',
  settings: 'your settings changed',
  cut: 'you shortened today',
  topic: 'you changed the topics you skip',
  intake: 'your answers changed',
}

/** "Your plan moved 2 problems because a new day began." */
export function changeInWords(change: PlanChange): string {
  const parts = [
    ['moved', change.moved],
    ['dropped', change.dropped],
    ['added', change.added],
  ] as const
  const told = parts
    .filter(([, rows]) => rows.length > 0)
    .map(([verb, rows]) => `${verb} ${countProblems(rows)}`)
  return `Your plan ${inSentence(told) || 'changed'} because ${becauseOf[change.cause]}.`
}

/** What pace means for the plan, in a line; evidence is the number of solves. */
export function paceInWords({ ratio, solves }: NonNullable<Today['pace']>): string {
  const share = Math.round(Math.abs(ratio - 1) * 100)
  const speed = share < 5 ? 'about as long as' : `${share}% ${ratio > 1 ? 'longer' : 'shorter'} than`
  return `You take ${speed} estimated, over ${count(solves, 'solve')}. What is left is planned so.`
}

function inSentence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
