import { LEAST_USED } from '../../learner-day/learner-day.models.ts'
import { isWeak } from '../known/history.ts'
import { spansCounted } from '../known/under-way.ts'
import type { CatalogueProblem } from '../plans.facts.ts'
import { type Book, mayStand, type OpenDay, putDown, type Rules } from './book.ts'
import { newItem } from './items.ts'
import { evenShare } from './layout.ts'
import type { Entry, RepackInput } from './repack.types.ts'

/** Where less than `LEAST_USED` of the time that is left is planned, more is, up to this share. */
const WELL_USED = 0.8

/** Minutes of the open days from one on: what is planned on them, and the time there is. */
function timeFrom(from: string, book: Book, { underWay, facts }: Rules): { used: number; time: number } {
  const later = book.days.filter(({ date }) => date >= from)
  const share = underWay.weekLimit / facts.intake.study_days.length
  const time = underWay.weeks.reduce((total, { index }) => {
    const days = later.filter(({ week }) => week === index)
    const planned = days.reduce((sum, { minutes }) => sum + minutes, 0)
    const room = underWay.weekLimit - (book.weekMinutes.get(index) ?? 0) + planned
    return total + Math.max(0, Math.min(days.length * share, room))
  }, 0)
  return { used: later.reduce((sum, { minutes }) => sum + minutes, 0), time }
}

/**
 * Plans more where too much of the time is free: what was given up first, then what was listed as overflow, then what
 * the catalogue holds. The days after today count by themselves and, where `today` is laid out anew, with it. Answers
 * which of the given up entries came back.
 */
export function fillUp(options: {
  input: RepackInput
  rules: Rules
  book: Book
  givenUp: Entry[]
  /** Slugs that the learner does not want. */
  unwanted: ReadonlySet<string>
}): Set<Entry> {
  const { input, rules, book, givenUp, unwanted } = options
  const back = new Set<Entry>()
  const sight = lookAhead(book)
  const tried = new Set(givenUp.map(({ item }) => item.slug))
  const others = () =>
    candidatesFor(input, rules, unwanted)
      .filter(({ slug }) => !tried.has(slug))
      .map((problem, at) => asEntry(input, problem, at))
  let candidates: Entry[] | undefined
  for (const from of spansCounted(input)) {
    const { used, time } = timeFrom(from, book, rules)
    if (used >= LEAST_USED * time) continue
    candidates ??= [...byWorth(givenUp), ...others()]
    let minutes = used
    const enough = [
      { most: evenShare(rules), until: WELL_USED },
      { most: Number.POSITIVE_INFINITY, until: LEAST_USED },
    ]
    for (const { most, until } of enough)
      for (let placed = true; placed; ) {
        placed = false
        for (const entry of candidates) {
          if (minutes >= until * time) break
          if (back.has(entry)) continue
          const day = roomFor({ book, rules, entry, most, sight, from })
          if (!day) continue
          const isNew = entry.added !== null
          const dated = isNew
            ? { ...entry, from: day.date, wanted: day.date, item: { ...entry.item, first_date: day.date } }
            : entry
          putDown(book, day, dated)
          sight.add(entry, day)
          back.add(entry)
          minutes += entry.item.minutes
          placed = true
        }
      }
  }
  return back
}

const byWorth = (entries: Entry[]) => entries.toSorted((a, b) => b.value - a.value || a.order - b.order)

/** The emptiest day from one on at whose end an entry may stand. */
function roomFor(options: {
  book: Book
  rules: Rules
  entry: Entry
  most: number
  sight: ReturnType<typeof lookAhead>
  from: string
}): OpenDay | undefined {
  const { book, sight, from } = options
  return book.days
    .filter(({ date }) => date >= from)
    .toSorted((a, b) => a.minutes - b.minutes || (a.date < b.date ? -1 : 1))
    .find((day) => mayStand({ ...options, book: { ...book, ...sight.until(day) }, day }))
}

/** Which topics, and which medium problems of them, have come by the end of each day. */
function lookAhead(book: Book) {
  let { opened, mediums } = book.before
  const known = new Map<OpenDay, { opened: Set<string>; mediums: Set<string> }>()
  for (const day of book.days) {
    const fresh = day.items.filter(({ item }) => item.kind !== 'review' && item.difficulty === 'medium')
    opened = new Set([...opened, ...day.items.map(({ item }) => item.topic)])
    mediums = new Set([...mediums, ...fresh.map(({ item }) => item.topic)])
    known.set(day, { opened, mediums })
  }
  return {
    until: (day: OpenDay) => known.get(day) ?? book.before,
    add: ({ item }: Entry, from: OpenDay) => {
      for (const [day, seen] of known) {
        if (day.date < from.date) continue
        seen.opened = new Set([...seen.opened, item.topic])
        if (item.difficulty === 'medium') seen.mediums = new Set([...seen.mediums, item.topic])
      }
    },
  }
}

/** What may be new and is not planned: the overflow in its order, then weak topics and the known lists first. */
function candidatesFor(input: RepackInput, rules: Rules, not: ReadonlySet<string>): CatalogueProblem[] {
  const { facts, plan } = input
  const place = new Map(plan.overflow.map(({ slug }, at) => [slug, at]))
  const worth = ({ slug, topic, lists }: CatalogueProblem) => {
    const at = place.get(slug)
    if (at !== undefined) return 10_000 - at
    return (isWeak(facts, rules.history, topic) ? 200 : 0) + lists.length * 20
  }
  return facts.problems
    .filter((problem) => mayBeNew(problem, rules) && !not.has(problem.slug))
    .map((problem) => ({ problem, worth: worth(problem) }))
    .sort((a, b) => b.worth - a.worth || a.problem.number - b.problem.number)
    .map(({ problem }) => problem)
}

export function mayBeNew(
  problem: CatalogueProblem,
  { facts, history, underWay, prerequisites }: Rules,
): boolean {
  return (
    (facts.intake.allow_premium || !problem.premium) &&
    prerequisites.has(problem.topic) &&
    !facts.intake.known_topics.includes(problem.topic) &&
    !history.met.has(problem.slug) &&
    problem.minutes <= underWay.dayLimit
  )
}

function asEntry(input: RepackInput, problem: CatalogueProblem, at: number): Entry {
  return {
    item: newItem({ input, problem, name: `${problem.slug}/fill`, reason: 'There is room for it now.' }),
    problem,
    from: input.facts.today,
    wanted: input.facts.today,
    order: 20_000 + at,
    due: false,
    added: 'There is room for it now.',
    value: 0,
  }
}
