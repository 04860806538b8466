import { isWeak } from '../known/history.ts'
import type { Rules } from './book.ts'
import type { Entry } from './repack.types.ts'

/** Below retries, above all that the rules chose. */
const WORTH_OF_ASKED = 800

/**
 * How much each entry is worth keeping: due reviews above all, then retries, what the learner asks for just now, what
 * opens topics, what is weak.
 */
export function valueEntries(entries: Entry[], rules: Rules, asked: string | null): Entry[] {
  const opens = openers(entries, rules)
  return entries.map((entry) => ({
    ...entry,
    value:
      entry.item.slug === asked ? WORTH_OF_ASKED : worthOfEntry(entry, rules) + (opens.has(entry) ? 250 : 0),
  }))
}

function worthOfEntry({ item, problem, due }: Entry, { facts, history, underWay }: Rules): number {
  const met = history.met.get(item.slug)
  if (item.kind === 'review') {
    if (due) return 1000
    if (met && !met.solved) return 900
    return met ? 220 : 120
  }
  const listed = problem.lists.includes('blind75') ? 60 : problem.lists.length > 0 ? 30 : 0
  const weak = isWeak(facts, history, item.topic) ? 100 : 0
  const short = 20 * (1 - item.minutes / underWay.dayLimit)
  return (item.kind === 'probe' ? 150 : 300) + listed + weak + short
}

/** The first of each topic that other entries build on. */
function openers(entries: Entry[], { prerequisites }: Rules): Set<Entry> {
  const topics = new Set(entries.map(({ item }) => item.topic))
  const needed = new Set([...topics].flatMap((topic) => prerequisites.get(topic) ?? []))
  const seen = new Set<string>()
  const first = new Set<Entry>()
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    if (entry.item.kind === 'review' || seen.has(entry.item.topic)) continue
    seen.add(entry.item.topic)
    if (needed.has(entry.item.topic)) first.add(entry)
  }
  return first
}

/** What to give up first: the least valuable, the last of those that are equal. */
export function leastFirst(entries: Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.value - b.value || b.order - a.order)
}

/** Of what is wanted today, what fits the minutes best; ties go to what came first. */
export function bestFit(entries: Entry[], minutes: number): Set<Entry> {
  type Pick = { value: number; entries: Entry[] }
  let best: Pick[] = Array.from({ length: minutes + 1 }, () => ({ value: 0, entries: [] }))
  for (const entry of entries) {
    const next = [...best]
    for (let room = entry.item.minutes; room <= minutes; room++) {
      const before = best[room - entry.item.minutes]
      const kept = best[room]
      if (before && kept && before.value + entry.value > kept.value)
        next[room] = { value: before.value + entry.value, entries: [...before.entries, entry] }
    }
    best = next
  }
  return new Set(best.at(-1)?.entries)
}
