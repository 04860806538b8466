import type { DatedItem } from '../verify/verified-plan.ts'
import { type Book, mayStand, type OpenDay, putDown, type Rules, startBook } from './book.ts'
import type { Entry } from './repack.types.ts'

/** How full a day may get by what comes from other days, relative to an even share of the week. */
const FULLER = 1.25
/** Open days after which what waits goes before what was planned for the day. */
const PATIENCE = 3

export type Layout = { book: Book; left: Entry[] }

/**
 * Lays entries out over the open days: each on the day it is wanted, or on the first one after it with room. Due
 * reviews come first; what comes from another day leaves a day's own items where they are, unless it waited long.
 */
export function layOut(options: { rules: Rules; finished: DatedItem[]; entries: Entry[] }): Layout {
  const { rules, finished } = options
  const book = startBook(rules, finished)
  const waited = new Map<Entry, number>()
  let pending = [...options.entries]
  for (const day of book.days) {
    const here = pending.filter(({ wanted }) => wanted <= day.date)
    if (here.length === 0) continue
    const placed = fill({ book, rules, day, entries: inTurn(here, day, waited) })
    for (const entry of here) if (!placed.has(entry)) waited.set(entry, (waited.get(entry) ?? 0) + 1)
    pending = pending.filter((entry) => !placed.has(entry))
  }
  return { book, left: pending }
}

function fill(options: { book: Book; rules: Rules; day: OpenDay; entries: Entry[] }): Set<Entry> {
  const { book, rules, day, entries } = options
  const placed = new Set<Entry>()
  const soft = evenShare(rules) * FULLER
  // What opens a topic may come after what needs it in the order of turns.
  for (let before = -1; before < placed.size; ) {
    before = placed.size
    for (const entry of entries) {
      if (placed.has(entry)) continue
      const stays = entry.wanted === day.date || entry.due
      const most = stays || day.minutes === 0 ? Number.POSITIVE_INFINITY : soft
      if (!mayStand({ book, rules, entry, day, most })) continue
      putDown(book, day, entry)
      placed.add(entry)
    }
  }
  return placed
}

/** Due reviews, what waited long, the day's own, then what came from other days. */
function inTurn(entries: Entry[], day: OpenDay, waited: Map<Entry, number>): Entry[] {
  const turn = (entry: Entry) => {
    if (entry.due) return 0
    if ((waited.get(entry) ?? 0) >= PATIENCE) return 1
    return entry.wanted === day.date && entry.from === day.date ? 2 : 3
  }
  return entries
    .map((entry) => ({ entry, turn: turn(entry) }))
    .sort((a, b) => a.turn - b.turn || a.entry.order - b.entry.order)
    .map(({ entry }) => entry)
}

/** A study day's even share of the week. */
export function evenShare({ facts, underWay }: Rules): number {
  return Math.max(30, underWay.weekLimit / facts.intake.study_days.length)
}
