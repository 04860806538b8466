import type { WhatIf } from '@codify/api/contract'
import { formatMinutes } from '../../lib/calendar-day.ts'
import { count } from '../../lib/count.ts'
import type { PlanTime } from './actions.ts'

export type WhatIfAnswer = {
  present: PlanTime
  asked: PlanTime
  /** What the rules would plan in the present time, and in the time asked about. */
  now: WhatIf
  would: WhatIf
}

/** What other hours and weeks would change, and what the plan would then be. */
export function whatIfWords({ present, asked, now, would }: WhatIfAnswer): { change: string; rest: string } {
  const isOther = asked.hours !== present.hours || asked.weeks !== present.weeks
  const time = `${asked.hours} h a week${asked.weeks === present.weeks ? '' : ` for ${count(asked.weeks, 'week')}`}`
  const rest = [
    `That is ${count(would.problems, 'problem')} and ${count(would.reviews, 'review')} in ${formatMinutes(would.minutes)}.`,
    would.overflow === 0
      ? 'Nothing useful would be left out.'
      : `${count(would.overflow, 'useful problem')} would still not fit.`,
    would.weeks < asked.weeks
      ? `Your interview comes sooner, so it would cover ${count(would.weeks, 'week')}.`
      : '',
  ]
  return {
    change: isOther
      ? `At ${time}, ${difference(would.problems - now.problems)}.`
      : 'This is the time you have now.',
    rest: rest.filter(Boolean).join(' '),
  }
}

function difference(more: number): string {
  if (more === 0) return 'as many problems would fit as now'
  const amount = Math.abs(more)
  return `${inWords(amount)} ${more > 0 ? 'more' : 'fewer'} ${amount === 1 ? 'problem' : 'problems'} would fit`
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function inWords(amount: number): string {
  return smallNumbers[amount] ?? String(amount)
}
