import { isOff } from '../learner-day/learner-day.models.ts'
import type { ChangeSet } from './plan-changes.schemas.ts'
import { dayOf } from './plan-day.ts'
import type { NotReached, PlanDay, PlanItem, PlanJson, PlanWeek } from './plans.schemas.ts'
import type { Dropped, Entry, RepackInput } from './repack.types.ts'
import type { Book, Rules } from './repack-book.ts'
import { retell } from './retell.ts'
import { weekTheme } from './themes.ts'
import { type DatedItem, listItems, sumMinutes } from './verified-plan.ts'

const MOST_OVERFLOW = 200

/** The plan that a layout makes of the one before, with what changed; days that did not change stay as they are told. */
export function planUnderWay(options: {
  input: RepackInput
  rules: Rules
  finished: DatedItem[]
  book: Book
  dropped: Dropped[]
  /** Those of them that found no room. */
  lost: Dropped[]
}): { plan: Omit<PlanJson, 'certificate'>; changes: ChangeSet } {
  const { input, rules, finished, book, dropped, lost } = options
  const { certificate: _, ...before } = input.plan
  const titles = new Map(rules.facts.topics.map((topic) => [topic.slug, topic]))
  const openedBefore = openersOf([], listItems(before))
  const themeOf = (days: PlanDay[], at: number, openers: Set<string>) =>
    weekTheme({
      situation: { needs: titles },
      items: days.flatMap(({ problems }) => problems),
      openers,
      first: at === 0,
    })
  const told = new Map(before.weeks.flatMap(({ days }) => days).map((day) => [day.date, day]))
  const entries = book.days.flatMap((day) => day.items.map((entry) => ({ entry, date: day.date })))
  const openers = openersOf(
    finished,
    entries.map(({ entry }) => entry.item),
  )
  const byDate = new Map<string, PlanItem[]>()
  for (const { date, week: _week, ...item } of finished) byDate.set(date, [...(byDate.get(date) ?? []), item])
  for (const { entry, date } of entries) byDate.set(date, [...(byDate.get(date) ?? []), moved(entry, date)])
  const weeks = before.weeks.map((week, at): PlanWeek => {
    const span = rules.underWay.weeks[at]
    const dates = [...byDate.keys()].filter((date) => span && date >= span.start && date <= span.end).sort()
    const days = dates.map((date): PlanDay => {
      const problems = byDate.get(date) ?? []
      const same = told.get(date)
      if (same && sameItems(same.problems, problems))
        return { ...same, problems, minutes: sumMinutes(problems) }
      return dayOf({ titles, date, problems, openers })
    })
    // A theme of ours follows what the week holds; a model's stays.
    const isOurs = days.length > 0 && week.theme === themeOf(week.days, at, openedBefore)
    const theme = isOurs ? themeOf(days, at, openers) : week.theme
    return { ...week, theme, days, minutes: sumMinutes(days) }
  })
  const changes = changesOf({ entries, dropped, rules })
  const open = new Set(entries.map(({ entry }) => entry.item.item_id))
  return {
    plan: {
      ...before,
      weeks: retell({ start: before.start_date, weeks, open, facts: rules.facts }),
      end_date: rules.underWay.end,
      overflow: overflowUnderWay({ rules, dropped, before: input.plan, byDate }),
      changes: toPlanChanges(changes, entries),
      past: pastOf(input.plan, rules),
      not_reached: notReachedOf(input.plan, lost, [...byDate.values()].flat()),
    },
    changes,
  }
}

/** An item that leaves its first day remembers it. */
function moved({ item, from }: Entry, date: string): PlanItem {
  return date === from || item.first_date !== undefined ? item : { ...item, first_date: from }
}

function sameItems(before: PlanItem[], after: PlanItem[]): boolean {
  return before.length === after.length && before.every(({ item_id }, at) => after[at]?.item_id === item_id)
}

/** The first new item of each topic in the plan. */
function openersOf(finished: PlanItem[], open: PlanItem[]): Set<string> {
  const taught = new Set<string>()
  const openers = new Set<string>()
  for (const { kind, topic, item_id } of [...finished, ...open]) {
    if (kind !== 'new') continue
    if (!taught.has(topic)) openers.add(item_id)
    taught.add(topic)
  }
  return openers
}

function changesOf(options: {
  entries: { entry: Entry; date: string }[]
  dropped: Dropped[]
  rules: Rules
}): ChangeSet {
  const { entries, dropped, rules } = options
  const name = ({ item_id, slug, title }: PlanItem) => ({ item_id, slug, title })
  return {
    moved: entries.flatMap(({ entry, date }) =>
      entry.added === null && entry.from !== date
        ? [{ ...name(entry.item), from: entry.from, to: date, reason: whyMoved(entry, date, rules) }]
        : [],
    ),
    dropped: dropped.map(({ item, from, reason }) => ({ ...name(item), from, reason })),
    added: entries.flatMap(({ entry, date }) =>
      entry.added === null ? [] : [{ ...name(entry.item), to: date, reason: entry.added }],
    ),
  }
}

/** Why an open item is on another day now: the learner's own order first, then the days, then what else needs room. */
function whyMoved(
  { item, from, wanted, due, putOff }: Entry,
  to: string,
  { underWay, facts }: Rules,
): string {
  if (putOff !== undefined && to > from) return putOff
  if (from > underWay.end && underWay.end === facts.intake.interview_date)
    return 'Its day would come after your interview.'
  if (to < from)
    return item.kind === 'review' && wanted <= to
      ? 'Your results say it is time for it.'
      : 'There is time for it sooner.'
  if (from < facts.today) return 'Its day has passed.'
  if (item.kind === 'review' && !due && wanted > from) return 'You remember it well enough to wait.'
  if (isOff(facts.breaks ?? [], from)) return 'You have that day off.'
  if (!underWay.weeks.some(({ openDays }) => openDays.includes(from))) return 'You do not study on its day.'
  return 'It makes room for what comes first.'
}

function toPlanChanges(changes: ChangeSet, entries: { entry: Entry; date: string }[]): PlanJson['changes'] {
  const text = (reason: string) => reason.slice(0, 300)
  return {
    kept: entries.flatMap(({ entry, date }) =>
      entry.added === null && entry.from === date
        ? [{ slug: entry.item.slug, reason: 'It stays on its day.' }]
        : [],
    ),
    moved: changes.moved.map(({ slug, from, to, reason }) => ({ slug, from, to, reason: text(reason) })),
    added: changes.added.map(({ slug, reason }) => ({ slug, reason: text(reason) })),
    removed: changes.dropped.map(({ slug, reason }) => ({ slug, reason: text(reason) })),
  }
}

/** What was dropped first, then what was listed and is still useful, then what has become useful (H10). */
function overflowUnderWay(options: {
  rules: Rules
  dropped: Dropped[]
  before: PlanJson
  byDate: Map<string, PlanItem[]>
}): PlanJson['overflow'] {
  const { rules, dropped, before, byDate } = options
  const { facts, history } = rules
  const planned = new Set([...byDate.values()].flat().map(({ slug }) => slug))
  const problems = new Map(facts.problems.map((problem) => [problem.slug, problem]))
  const missing = facts.problems.filter(
    ({ lists, premium, topic }) =>
      lists.includes('blind75') &&
      !premium &&
      !facts.intake.known_topics.includes(topic) &&
      (facts.intake.topic_confidence[topic] ?? 0) < 4,
  )
  const all = [
    ...missing.map(({ slug }) => ({ slug, reason: 'On the Blind 75 list; it did not fit your hours.' })),
    ...before.overflow.toReversed(),
    ...dropped
      .filter(({ item }) => item.kind !== 'review')
      .map(({ item, reason }) => ({ slug: item.slug, reason })),
  ]
  // The later entry of two wins, and the order is turned round: what was dropped just now leads.
  const unique = [...new Map(all.map(({ slug, reason }) => [slug, reason]))].reverse()
  const must = new Set(missing.map(({ slug }) => slug))
  const useful = unique.flatMap(([slug, reason]) => {
    const problem = problems.get(slug)
    if (!problem || planned.has(slug) || history.met.get(slug)?.solved) return []
    return [{ slug, minutes: problem.minutes, reason }]
  })
  return [...useful.filter(({ slug }, at) => must.has(slug) || at < MOST_OVERFLOW)]
}

/** What was planned and found no room, without what came back. */
function notReachedOf(before: PlanJson, lost: Dropped[], planned: PlanItem[]): NotReached[] {
  const nameOf = ({ kind, slug }: Pick<PlanItem, 'kind' | 'slug'>) => `${kind} ${slug}`
  const known = new Set(listItems(before).map(({ item_id }) => item_id))
  const back = new Set(planned.map(nameOf))
  const missed = lost.flatMap(({ item: { item_id, slug, title, kind, minutes } }) =>
    known.has(item_id) ? [{ item_id, slug, title, kind, minutes }] : [],
  )
  return [...(before.not_reached ?? []), ...missed].filter((item) => !back.has(nameOf(item)))
}

/** What each day that has passed held when it began. */
function pastOf(plan: PlanJson, { facts }: Rules): NonNullable<PlanJson['past']> {
  const known = new Map((plan.past ?? []).map((day) => [day.date, day]))
  for (const { date, minutes } of plan.weeks.flatMap(({ days }) => days))
    if (date < facts.today && !known.has(date)) known.set(date, { date, minutes })
  return [...known.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}
