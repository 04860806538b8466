import type { PlanItem } from '../plans.schemas.ts'
import { listWords } from './words.ts'

/** What is needed of a situation: titles by topic. */
type Titles = { needs: ReadonlyMap<string, { title: string }> }
type Split = { opened: string[]; more: string[]; returns: string[]; tries: string[] }

/** One sentence on a day: what opens, what goes on, what returns. */
export function dayReason(situation: Titles, items: PlanItem[], openers: Set<string>): string {
  const { opened, more, returns, tries } = split(situation, items, openers)
  const back = (lead: string) =>
    returns.length > 0 ? `${lead} ${returns.length > 1 ? 'returns' : 'a return'} to ${few(returns)}` : ''
  if (opened.length > 0) {
    const rest = more.length > 0 ? `, and more of ${few(more)}` : back(', with')
    return `First steps in ${few(opened)}${rest}.`
  }
  if (more.length > 0) return `More of ${few(more)}${back(', with')}.`
  if (tries.length > 0) return `A cold try in ${few(tries)}${back(', and')}.`
  return `A day of returns: ${few(returns)}.`
}

/** A short phrase on what is new in a week, in learning order. */
export function weekTheme(options: {
  situation: Titles
  items: PlanItem[]
  openers: Set<string>
  first: boolean
}): string {
  const { situation, items, openers, first } = options
  const { opened, more, returns, tries } = split(situation, items, openers)
  const others = [...more, ...returns]
  if (opened.length > 0 && first) return `First steps: ${few(opened, 3)}`
  if (opened.length > 0)
    return others.length > 0 ? `${few(opened, 3)}, with returns to ${few(others, 1)}` : few(opened, 3)
  if (more.length > 0) return `Deeper into ${few(more, 3)}`
  return tries.length > 0 ? `Cold tries: ${few(tries, 3)}` : `Returns to ${few(returns, 3)}`
}

/** Titles by what happens to the topic: opened in order of time, the others by their minutes. */
function split({ needs }: Titles, items: PlanItem[], openers: Set<string>): Split {
  const title = (topic: string) => needs.get(topic)?.title ?? topic
  const byMinutes = (some: PlanItem[]) =>
    [...Map.groupBy(some, ({ topic }) => topic)]
      .map(([topic, all]) => ({ topic, minutes: all.reduce((sum, { minutes }) => sum + minutes, 0) }))
      .sort((a, b) => b.minutes - a.minutes)
      .map(({ topic }) => topic)
  const opened = new Set(
    items.flatMap(({ item_id, topic, kind }) => (openers.has(item_id) && kind === 'new' ? [topic] : [])),
  )
  const more = byMinutes(items.filter(({ kind, topic }) => kind === 'new' && !opened.has(topic)))
  const tries = byMinutes(items.filter(({ kind }) => kind === 'probe'))
  const named = new Set([...opened, ...more])
  const returns = byMinutes(items.filter(({ kind, topic }) => kind === 'review' && !named.has(topic)))
  return {
    opened: [...opened].map(title),
    more: more.map(title),
    returns: returns.map(title),
    tries: tries.map(title),
  }
}

function few(titles: string[], most = 2): string {
  return listWords(titles.slice(0, most))
}
