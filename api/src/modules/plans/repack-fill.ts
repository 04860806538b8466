import { LEAST_USED } from '../learner-day/learner-day.models.ts'
import { isWeak } from './history.ts'
import type { CatalogueProblem } from './plans.facts.ts'
import type { Entry, RepackInput } from './repack.types.ts'
import { type Book, mayStand, type OpenDay, putDown, type Rules } from './repack-book.ts'
import { newItem } from './repack-items.ts'
import { evenShare } from './repack-layout.ts'

/** Where less than `LEAST_USED` of the time that is left is planned, more is, up to this share. */
const WELL_USED = 0.8

/** Minutes of the open days after today: what is planned on them, and the time there is. */
export function timeLeft(book: Book, { underWay, facts }: Rules): { used: number; time: number } {
  const later = book.days.filter(({ date }) => date > facts.today)
  const share = underWay.weekLimit / facts.intake.study_days.length
  const time = underWay.weeks.reduce((total, { index }) => {
    const days = later.filter(({ week }) => week === index)
    const planned = days.reduce((sum, { minutes }) => sum + minutes, 0)
    const room = underWay.weekLimit - (book.weekMinutes.get(index) ?? 0) + planned
    return total + Math.max(0, Math.min(days.length * share, room))
  }, 0)
  return { used: later.reduce((sum, { minutes }) => sum + minutes, 0), time }
}

/** Plans what was listed as overflow, then what the catalogue holds, where too much of the time to come is free. */
export function fillUp(options: {
  input: RepackInput
  rules: Rules
  book: Book
  /** What is not to come back by itself: just dropped, or skipped. */
  not: Set<string>
}): Entry[] {
  const { input, rules, book } = options
  const { used, time } = timeLeft(book, rules)
  if (used >= LEAST_USED * time) return []
  const added: Entry[] = []
  const sight = lookAhead(book)
  let minutes = used
  const candidates = candidatesFor(input, rules, options.not)
  for (const { most, until } of [
    { most: evenShare(rules), until: WELL_USED },
    { most: Number.POSITIVE_INFINITY, until: LEAST_USED },
  ]) {
    for (let before = -1; before < added.length; ) {
      before = added.length
      for (const problem of candidates) {
        if (minutes >= until * time) return added
        if (book.fresh.has(problem.slug)) continue
        const draft = asEntry(input, problem, added.length)
        const day = roomFor({ book, rules, entry: draft, most, sight })
        if (!day) continue
        const entry = {
          ...draft,
          from: day.date,
          wanted: day.date,
          item: { ...draft.item, first_date: day.date },
        }
        putDown(book, day, entry)
        sight.add(entry, day)
        added.push(entry)
        minutes += entry.item.minutes
      }
    }
  }
  return added
}

/** The emptiest later day on which an entry may stand last. */
function roomFor(options: {
  book: Book
  rules: Rules
  entry: Entry
  most: number
  sight: ReturnType<typeof lookAhead>
}): OpenDay | undefined {
  const { book, rules, sight } = options
  return book.days
    .filter(({ date }) => date > rules.facts.today)
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
function candidatesFor(input: RepackInput, rules: Rules, not: Set<string>): CatalogueProblem[] {
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
