import { readHistory } from './history.ts'
import { readItemStatuses } from './item-status.ts'
import type { ChangeSet } from './plan-changes.schemas.ts'
import type { PlanJson } from './plans.schemas.ts'
import type { Entry, RepackInput } from './repack.types.ts'
import { planUnderWay } from './repack-assemble.ts'
import { type Book, type Rules, startBook } from './repack-book.ts'
import { dueReviews, sortItems } from './repack-entries.ts'
import { fillUp, mayBeNew } from './repack-fill.ts'
import { layOut } from './repack-layout.ts'
import { obey, whyNotAdded } from './repack-orders.ts'
import { bestFit, leastFirst, valueEntries } from './repack-values.ts'
import { readUnderWay } from './under-way.ts'
import type { DatedItem } from './verified-plan.ts'
import { verifyUnderWay } from './verifier-under-way.ts'
import { counted } from './words.ts'

export type Repacked =
  | { ok: true; plan: PlanJson; changes: ChangeSet }
  /** The order asks for what cannot be, or a rule would break: the plan stays as it was. */
  | { ok: false; reason: 'no_item' | 'finished' | 'nothing_alike' | 'no_room' | 'unproven'; detail: string }

/** How often what is least valuable is given up before the rest is taken as it lies. */
const TRIES = 12

/**
 * Brings a plan under way up to date: what is finished stays, what is open is laid out anew from today, what is least
 * valuable gives way, and the whole is proven. The same input gives the same plan.
 */
export function repack(input: RepackInput): Repacked {
  const rules = readRules(input)
  const statuses = readItemStatuses(input.plan, input.facts.attempts, input.facts.previousMadeAt)
  const sorted = sortItems(input, rules, statuses)
  const reviews = input.order.type === 'refresh' ? dueReviews(input, rules, sorted) : []
  const obeyed = obey({
    input,
    rules,
    statuses,
    sorted: { ...sorted, entries: [...sorted.entries, ...reviews] },
  })
  if (!obeyed.ok) return obeyed
  const { finished } = sorted
  const asked = input.order.type === 'add' ? input.order.slug : null
  const entries = cutToday({ input, rules, finished, entries: valueEntries(obeyed.entries, rules, asked) })
  const { book, givenUp } = fit({ rules, finished, entries })
  if (asked !== null && !holds(book, asked))
    return { ok: false, reason: 'no_room', detail: whyNotAdded(asked, rules, book) }
  const unwanted = new Set([...obeyed.dropped.map(({ item }) => item.slug), ...rules.history.skipped])
  const back = fillUp({ input, rules, book, givenUp: [...givenUp.keys()], unwanted })
  const lost = [...givenUp].flatMap(([entry, reason]) =>
    back.has(entry) ? [] : [{ item: entry.item, from: entry.from, reason }],
  )
  const gone = [...sorted.dropped, ...obeyed.dropped, ...lost]
  const { plan, changes } = planUnderWay({ input, rules, finished, book, dropped: gone, lost })
  const { rules: results, score, parts } = verifyUnderWay({ plan, before: input.plan, change: input })
  const broken = results.filter(({ passed }) => !passed)
  if (broken.length > 0)
    return {
      ok: false,
      reason: 'unproven',
      detail: broken.map(({ id, detail }) => `${id}: ${detail}`).join('; '),
    }
  const certificate = { rules: results.map((rule) => ({ ...rule, repaired: false })), score, parts }
  return { ok: true, plan: { ...plan, certificate }, changes }
}

/** Reviews a day at most, when the learner set none: two fifths of the day at ten minutes each, or five. */
export function usualReviewCap(dayLimit: number): number {
  return Math.max(5, Math.floor((0.4 * dayLimit) / 10))
}

function readRules({ facts, plan, reviewCap }: RepackInput): Rules {
  const underWay = readUnderWay(plan, facts)
  const history = readHistory(facts)
  const rules: Rules = {
    underWay,
    facts,
    history,
    reviewCap: reviewCap ?? usualReviewCap(underWay.dayLimit),
    prerequisites: new Map(facts.topics.map(({ slug, prerequisites }) => [slug, prerequisites])),
    offered: new Set(),
    dayCaps: new Map(),
  }
  const offered = facts.problems.filter(
    (problem) =>
      mayBeNew(problem, rules) && (problem.difficulty !== 'hard' || hasMedium(rules, problem.topic)),
  )
  return { ...rules, offered: new Set(offered.map(({ topic }) => topic)) }
}

/** Whether H6 may ever let a hard problem of a topic in. */
function hasMedium({ facts, history }: Rules, topic: string): boolean {
  return facts.problems.some(
    (problem) =>
      problem.topic === topic &&
      problem.difficulty === 'medium' &&
      (facts.intake.allow_premium || !problem.premium) &&
      history.met.get(problem.slug)?.solved !== false,
  )
}

/** Keeps today to the minutes asked for: what fits them best stays, the rest may come from tomorrow on. */
function cutToday(options: {
  input: RepackInput
  rules: Rules
  finished: DatedItem[]
  entries: Entry[]
}): Entry[] {
  const { input, rules, finished, entries } = options
  if (input.order.type !== 'cut') return entries
  const { minutes } = input.order
  const { today } = input.facts
  const done = finished.filter(({ date }) => date === today).reduce((sum, { minutes }) => sum + minutes, 0)
  rules.dayCaps.set(today, done + minutes)
  const fits = bestFit(
    entries.filter(({ wanted }) => wanted <= today),
    minutes,
  )
  const tomorrow = startBook(rules, []).days.find(({ date }) => date > today)?.date
  if (tomorrow === undefined) return entries
  const putOff = whyCut(minutes)
  return entries.map((entry) => {
    if (entry.wanted > today) return entry
    return { ...entry, wanted: fits.has(entry) ? entry.wanted : tomorrow, putOff }
  })
}

function whyCut(minutes: number): string {
  return `You have only ${counted(minutes, 'minute')} today.`
}

/** Lays entries out, giving up the least valuable until the rest finds a day. Of each one given up it says why. */
function fit(options: { rules: Rules; finished: DatedItem[]; entries: Entry[] }): {
  book: Book
  givenUp: Map<Entry, string>
} {
  const { rules, finished } = options
  const givenUp = new Map<Entry, string>()
  const giveUp = (entry: Entry, reason: string) => {
    if (entry.added === null) givenUp.set(entry, reason)
  }
  let entries = options.entries
  for (let tries = 0; ; tries++) {
    const { book, left } = layOut({ rules, finished, entries })
    const lacking = left.reduce((sum, { item }) => sum + item.minutes, 0)
    const worth = Math.max(...left.map(({ value }) => value))
    const cheaper = leastFirst(entries.filter((entry) => entry.value < worth || left.includes(entry)))
    if (left.length === 0 || tries === TRIES || cheaper.every((entry) => left.includes(entry))) {
      for (const entry of left) giveUp(entry, whyLeft(entry, rules))
      return { book, givenUp }
    }
    const out = new Set<Entry>()
    let freed = 0
    for (const entry of cheaper) {
      if (freed >= lacking) break
      out.add(entry)
      freed += entry.item.minutes
    }
    for (const entry of out)
      giveUp(entry, whyGone(entry, rules) ?? 'It was the least needed of what no longer fits your days.')
    entries = entries.filter((entry) => !out.has(entry))
  }
}

function holds(book: Book, slug: string): boolean {
  return book.days.some(({ items }) => items.some(({ item }) => item.slug === slug))
}

function whyLeft(entry: Entry, rules: Rules): string {
  const { item } = entry
  if (item.kind === 'review' && !rules.history.met.has(item.slug))
    return 'What it would review is no longer planned before it.'
  return whyGone(entry, rules) ?? 'No day that is left has room for it.'
}

/** Why an entry's own day is gone, where the plan ends with an interview before it. */
function whyGone({ from }: Entry, { underWay, facts }: Rules): string | null {
  return from > underWay.end && underWay.end === facts.intake.interview_date
    ? 'Its day would come after your interview, and no day before has room for it.'
    : null
}
