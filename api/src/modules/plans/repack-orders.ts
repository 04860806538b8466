import { type ItemStatus, isFinished } from './item-status.ts'
import type { CatalogueProblem, PlanFacts } from './plans.facts.ts'
import type { Dropped, Entry, RepackInput } from './repack.types.ts'
import { type Book, lacking, type Rules } from './repack-book.ts'
import type { Sorted } from './repack-entries.ts'
import { mayBeNew } from './repack-fill.ts'
import { newItem } from './repack-items.ts'
import { reviewMinutes } from './situation.ts'

export type Obeyed =
  | { ok: true; entries: Entry[]; dropped: Dropped[] }
  | { ok: false; reason: 'no_item' | 'finished' | 'nothing_alike' | 'no_room'; detail: string }

/** Carries an order out on the open items, before they are laid out. */
export function obey(options: {
  input: RepackInput
  rules: Rules
  sorted: Sorted
  statuses: Map<string, ItemStatus>
}): Obeyed {
  const { input, rules, sorted, statuses } = options
  const { order } = input
  const { entries } = sorted
  if (order.type === 'refresh' || order.type === 'cut') return { ok: true, entries, dropped: [] }
  if (order.type === 'add') return add(input, rules, entries, order)
  if (order.type === 'carry')
    return { ok: true, entries: [...entries, ...carry(input, rules, order.items)], dropped: [] }
  if (isFinished(statuses.get(order.itemId)))
    return { ok: false, reason: 'finished', detail: 'It is finished; take the result back first.' }
  const entry = entries.find(({ item }) => item.item_id === order.itemId)
  if (!entry) return { ok: false, reason: 'no_item', detail: 'It is not open in the plan.' }
  const others = entries.filter((one) => one !== entry)
  if (order.type === 'skip')
    return {
      ok: true,
      entries: others,
      dropped: [{ item: entry.item, from: entry.from, reason: 'You skipped it.' }],
    }
  return order.type === 'later' ? later(rules, others, entry) : swap(input, rules, others, entry)
}

/** From the next open day after its own on. */
function later(rules: Rules, others: Entry[], entry: Entry): Obeyed {
  const { today } = rules.facts
  const next = rules.underWay.weeks
    .flatMap(({ openDays }) => openDays)
    .find((date) => date > today && date > entry.from)
  if (next === undefined)
    return { ok: false, reason: 'no_room', detail: 'The plan has no later day; skip it, or make a new plan.' }
  return {
    ok: true,
    entries: [...others, { ...entry, wanted: next, due: false, putOff: 'You put it off.' }],
    dropped: [],
  }
}

/** Another one like it in its place: of its topic, and of its pattern and difficulty where there is one. */
function swap(input: RepackInput, rules: Rules, others: Entry[], entry: Entry): Obeyed {
  const taken = new Set([...others.map(({ item }) => item.slug), entry.item.slug, ...rules.history.skipped])
  const [pattern] = entry.problem.patterns
  const likeness = (one: CatalogueProblem) =>
    (one.patterns[0] === pattern
      ? 4
      : one.patterns.some((other) => entry.problem.patterns.includes(other))
        ? 2
        : 0) +
    (one.difficulty === entry.item.difficulty ? 3 : 0) +
    Math.min(2, one.lists.length) / 2
  const [best] = rules.facts.problems
    .filter(
      (one) =>
        one.topic === entry.item.topic &&
        !taken.has(one.slug) &&
        mayBeNew(one, rules) &&
        (one.difficulty !== 'hard' || entry.item.difficulty === 'hard'),
    )
    .sort((a, b) => likeness(b) - likeness(a) || a.number - b.number)
  if (!best)
    return {
      ok: false,
      reason: 'nothing_alike',
      detail: 'You have met every problem of this topic that fits.',
    }
  const item = {
    ...newItem({
      input,
      problem: best,
      name: `${best.slug}/swap/${entry.item.item_id}`,
      reason: `In the place of ${entry.item.title}: of the same kind.`,
    }),
    kind: entry.item.kind === 'probe' ? ('probe' as const) : ('new' as const),
    first_date: entry.item.first_date ?? entry.from,
  }
  // A review that is swapped leaves the problem it would review, and its other reviews, where they are.
  const reviews = entry.item.kind === 'review' ? [] : others.filter((one) => isReviewOf(one, entry, rules))
  return {
    ok: true,
    entries: [
      ...others.filter((one) => !reviews.includes(one)),
      { ...entry, item, problem: best, due: false, added: `In the place of ${entry.item.title}.` },
      ...reviews.map((one) => reviewOf({ input, problem: best, of: one })),
    ],
    dropped: [
      { item: entry.item, from: entry.from, reason: `${best.title} took its place.` },
      ...reviews.map((one) => ({
        item: one.item,
        from: one.from,
        reason: `${best.title} took the place of what it would review.`,
      })),
    ],
  }
}

/** The review of a swapped problem, as the review of the one that took its place. */
function reviewOf(options: { input: RepackInput; problem: CatalogueProblem; of: Entry }): Entry {
  const { input, problem, of } = options
  const item = newItem({
    input,
    problem,
    name: `${problem.slug}/swap/${of.item.item_id}`,
    reason: `A return to ${problem.title}, which took the place of ${of.item.title}.`,
  })
  return {
    ...of,
    item: {
      ...item,
      kind: 'review',
      minutes: reviewMinutes(problem, false),
      first_date: of.item.first_date ?? of.from,
    },
    problem,
    added: `The review of ${problem.title}, in the place of the one of ${of.item.title}.`,
  }
}

/** Whether an entry is a review of what another one would teach. */
function isReviewOf({ item }: Entry, { item: taught }: Entry, { history }: Rules): boolean {
  return item.kind === 'review' && item.slug === taught.slug && !history.met.has(item.slug)
}

/** Started items as further tries, under their own ids. */
function carry(
  input: RepackInput,
  rules: Rules,
  items: readonly { item_id: string; slug: string }[],
): Entry[] {
  const { facts, underWay } = rules
  const wanted = underWay.weeks.flatMap(({ openDays }) => openDays).find((date) => date > facts.today)
  return items.flatMap(({ item_id, slug }, at): Entry[] => {
    const problem = facts.problems.find((one) => one.slug === slug)
    if (!problem || wanted === undefined) return []
    const reason = 'Begun and not finished; it comes again.'
    return [
      {
        item: {
          ...newItem({ input, problem, name: slug, reason }),
          item_id,
          kind: 'review',
          first_date: wanted,
        },
        problem,
        from: wanted,
        wanted,
        order: 15_000 + at,
        due: true,
        added: reason,
        value: 0,
      },
    ]
  })
}

function add(
  input: RepackInput,
  rules: Rules,
  entries: Entry[],
  order: { slug: string; date?: string },
): Obeyed {
  const problem = rules.facts.problems.find(({ slug }) => slug === order.slug)
  if (!problem) return { ok: false, reason: 'no_item', detail: 'The catalogue has no such problem.' }
  if (entries.some(({ item }) => item.slug === order.slug))
    return { ok: false, reason: 'finished', detail: 'It is in your plan already.' }
  const open = rules.underWay.weeks.flatMap(({ openDays }) => openDays)
  if (order.date !== undefined && !open.includes(order.date))
    return {
      ok: false,
      reason: 'no_room',
      detail: 'This day is not one of the open study days of your plan.',
    }
  if (!mayBeNew(problem, rules) && !rules.history.met.has(problem.slug))
    return { ok: false, reason: 'no_room', detail: whyNever(problem, rules) }
  const met = rules.history.met.has(problem.slug)
  const wanted = order.date ?? open.find((date) => date > rules.facts.today) ?? rules.facts.today
  const item = newItem({
    input,
    problem,
    name: `${problem.slug}/add/${rules.facts.today}`,
    reason: 'You added it yourself.',
  })
  const entry: Entry = {
    item: { ...item, kind: met ? 'review' : 'new', first_date: wanted },
    problem,
    from: wanted,
    wanted,
    order: 15_000,
    due: order.date !== undefined,
    added: 'You added it yourself.',
    value: 0,
  }
  return { ok: true, entries: [...entries, entry], dropped: [] }
}

/** Why a problem can be new on no day. */
function whyNever(problem: CatalogueProblem, { facts }: Rules): string {
  if (facts.intake.known_topics.includes(problem.topic))
    return `You skip ${titleOf(facts, problem.topic)}. Bring the topic back first.`
  if (problem.premium && !facts.intake.allow_premium)
    return 'It needs a LeetCode subscription, which your answers leave out.'
  return `It takes ${problem.minutes} minutes, longer than a day of your plan may be.`
}

/** Why a problem that was asked for found no day, whatever gave way. */
export function whyNotAdded(slug: string, rules: Rules, book: Book): string {
  const { facts } = rules
  const problem = facts.problems.find((one) => one.slug === slug)
  const before = problem ? lacking(book, rules, problem.topic) : []
  if (problem && before.length > 0) {
    const topics = before.map((topic) => titleOf(facts, topic)).join(' and ')
    return `${titleOf(facts, problem.topic)} builds on ${topics}, which is not in your plan. Add a problem of that first.`
  }
  if (problem?.difficulty === 'hard' && !book.mediums.has(problem.topic))
    return `A hard problem comes after a medium one of ${titleOf(facts, problem.topic)}. Add one of those first.`
  return 'No day that is left has room for it.'
}

function titleOf({ topics }: PlanFacts, topic: string): string {
  return topics.find(({ slug }) => slug === topic)?.title ?? topic
}
