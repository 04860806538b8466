import { type History, isKnown } from '../known/history.ts'
import type { UnderWay } from '../known/under-way.ts'
import type { PlanFacts } from '../plans.facts.ts'
import type { PlanItem } from '../plans.schemas.ts'
import type { DatedItem } from '../verify/verified-plan.ts'
import type { Entry } from './repack.types.ts'

export type OpenDay = {
  date: string
  week: number
  minutes: number
  reviews: number
  items: Entry[]
}

/** What is laid out so far, and what the rules of order need to know of it. */
export type Book = {
  days: OpenDay[]
  weekMinutes: Map<number, number>
  /** Topics that have come in the plan, and those whose medium problem has. */
  opened: Set<string>
  mediums: Set<string>
  /** The last day on which a problem was met or is planned. */
  lastMet: Map<string, string>
  /** Problems that are planned as new or probe, or were. */
  fresh: Set<string>
  /** `opened` and `mediums` as they were before the first open day. */
  before: { opened: Set<string>; mediums: Set<string> }
}

export type Rules = {
  underWay: UnderWay
  reviewCap: number
  facts: PlanFacts
  history: History
  prerequisites: Map<string, string[]>
  /** Topics that still have something to be new. */
  offered: Set<string>
  /** Most minutes of a day besides the limit: a day that was cut. */
  dayCaps: Map<string, number>
}

/** A book with only what is finished in it. */
export function startBook(rules: Rules, finished: DatedItem[]): Book {
  const { underWay, history, facts } = rules
  const book: Book = {
    days: underWay.weeks.flatMap(({ index, openDays }) =>
      openDays.map((date) => {
        const done = finished.filter((item) => item.date === date)
        return {
          date,
          week: index,
          minutes: done.reduce((sum, { minutes }) => sum + minutes, 0),
          reviews: done.filter(({ kind }) => kind === 'review').length,
          items: [],
        }
      }),
    ),
    weekMinutes: new Map(),
    opened: new Set(),
    mediums: new Set(),
    lastMet: new Map([...history.met].map(([slug, { last }]) => [slug, last.date])),
    fresh: new Set(),
    before: { opened: new Set(), mediums: new Set() },
  }
  for (const item of finished) {
    book.weekMinutes.set(item.week, (book.weekMinutes.get(item.week) ?? 0) + item.minutes)
    note(book, item, item.date)
  }
  const bySlug = new Map(facts.problems.map((problem) => [problem.slug, problem]))
  for (const [slug, { solved }] of history.met) {
    const problem = bySlug.get(slug)
    if (solved && problem?.difficulty === 'medium') book.mediums.add(problem.topic)
  }
  book.before = { opened: new Set(book.opened), mediums: new Set(book.mediums) }
  return book
}

/** Whether an entry may stand at the end of a day, with no more than `most` minutes on it. */
export function mayStand(options: {
  book: Book
  rules: Rules
  entry: Entry
  day: OpenDay
  most: number
}): boolean {
  const { book, rules, entry, day, most } = options
  const { item } = entry
  const cap = Math.min(most, rules.underWay.dayLimit, rules.dayCaps.get(day.date) ?? Number.POSITIVE_INFINITY)
  if (day.minutes + item.minutes > cap) return false
  if ((book.weekMinutes.get(day.week) ?? 0) + item.minutes > rules.underWay.weekLimit) return false
  if (item.kind === 'review') {
    if (day.reviews >= rules.reviewCap) return false
    if (!((book.lastMet.get(item.slug) ?? '9999') < day.date)) return false
  } else {
    if (rules.history.met.has(item.slug) || book.fresh.has(item.slug)) return false
    if (item.kind === 'new' && item.difficulty === 'hard' && !book.mediums.has(item.topic)) return false
  }
  return book.opened.has(item.topic) || lacking(book, rules, item.topic).length === 0
}

/** Prerequisites of a topic that are neither cleared nor opened yet. */
export function lacking(book: Pick<Book, 'opened'>, rules: Rules, topic: string): string[] {
  return (rules.prerequisites.get(topic) ?? []).filter(
    (slug) => !book.opened.has(slug) && !isCleared(rules, slug),
  )
}

function isCleared({ facts, history, offered }: Rules, topic: string): boolean {
  return isKnown(facts, history, topic) || history.metTopics.has(topic) || !offered.has(topic)
}

export function putDown(book: Book, day: OpenDay, entry: Entry): void {
  day.items.push(entry)
  day.minutes += entry.item.minutes
  if (entry.item.kind === 'review') day.reviews += 1
  book.weekMinutes.set(day.week, (book.weekMinutes.get(day.week) ?? 0) + entry.item.minutes)
  note(book, entry.item, day.date)
}

function note(book: Book, item: PlanItem, date: string): void {
  book.opened.add(item.topic)
  if (date > (book.lastMet.get(item.slug) ?? '')) book.lastMet.set(item.slug, date)
  if (item.kind === 'review') return
  book.fresh.add(item.slug)
  if (item.difficulty === 'medium') book.mediums.add(item.topic)
}
