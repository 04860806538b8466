import { type ItemStatus, isFinished } from './item-status.ts'
import type { CardFact, CatalogueProblem } from './plans.facts.ts'
import type { PlanItem } from './plans.schemas.ts'
import type { Dropped, Entry, RepackInput } from './repack.types.ts'
import type { Rules } from './repack-book.ts'
import { evidenceOfMeeting, evidenceOfTopic, newItem } from './repack-items.ts'
import { reviewMinutes } from './situation.ts'
import { type DatedItem, listItems } from './verified-plan.ts'

export type Sorted = { finished: DatedItem[]; entries: Entry[]; dropped: Dropped[] }

/** Sorts a plan's items into what is finished and stays, what is open and may move, and what can stay no longer. */
export function sortItems(input: RepackInput, rules: Rules, statuses: Map<string, ItemStatus>): Sorted {
  const { facts, plan } = input
  const sorted: Sorted = { finished: [], entries: [], dropped: [] }
  const problems = new Map(facts.problems.map((problem) => [problem.slug, problem]))
  // A tap moves what it names; what the cards say waits for the next day.
  const refreshed = input.order.type === 'refresh'
  const cards = new Map(input.cards.map((card) => [card.slug, card]))
  listItems(plan).forEach((dated, order) => {
    const itemStatus = statuses.get(dated.item_id)
    const { date: from, week: _, ...item } = dated
    if (isFinished(itemStatus)) {
      sorted.finished.push(settle(dated, itemStatus, rules))
      return
    }
    const problem = problems.get(item.slug)
    const reason = itemStatus?.status === 'skipped' ? 'You skipped it.' : whyNot({ item, problem, rules })
    if (reason !== null || !problem) {
      sorted.dropped.push({ item, from, reason: reason ?? '' })
      return
    }
    sorted.entries.push(
      toEntry({
        input,
        item,
        problem,
        from,
        order,
        card: refreshed ? cards.get(item.slug) : undefined,
        rules,
      }),
    )
  })
  return sorted
}

/**
 * What is finished stays on its day; what was done ahead of its day is now on the day it was done, where that is one of
 * the plan's.
 */
function settle(item: DatedItem, itemStatus: ItemStatus | undefined, { underWay, facts }: Rules): DatedItem {
  const done = itemStatus?.attempt?.date
  if (item.date <= facts.today || done === undefined) return item
  const week = underWay.weeks.find(({ start, end }) => start <= done && done <= end)
  return week ? { ...item, date: done, week: week.index, first_date: item.first_date ?? item.date } : item
}

/** Why an open item can stay no longer; null when it can. */
function whyNot(options: {
  item: PlanItem
  problem: CatalogueProblem | undefined
  rules: Rules
}): string | null {
  const { item, problem, rules } = options
  const { intake } = rules.facts
  if (!problem || problem.id !== item.id) return 'It is no longer in the catalogue.'
  if (problem.premium && !intake.allow_premium) return 'It needs a subscription.'
  if (item.kind !== 'review' && intake.known_topics.includes(item.topic)) return 'You know this topic.'
  if (item.kind !== 'review' && rules.history.met.has(item.slug)) return 'You met it already.'
  return null
}

function toEntry(options: {
  input: RepackInput
  item: PlanItem
  problem: CatalogueProblem
  from: string
  order: number
  card: CardFact | undefined
  rules: Rules
}): Entry {
  const { item, problem, from, order, card, rules } = options
  const { today } = rules.facts
  const review = item.kind === 'review'
  const wanted = review && card && card.due <= rules.underWay.end ? card.due : from
  const passed = wanted <= today
  const minutes = review ? reviewTime(rules, problem, item.minutes) : problem.minutes
  return {
    item: {
      ...item,
      title: problem.title,
      topic: problem.topic,
      difficulty: problem.difficulty,
      minutes,
    },
    problem,
    from,
    wanted: passed ? today : wanted,
    order,
    due: review && passed,
    added: null,
    value: 0,
  }
}

/** A review keeps its time while that is at the learner's pace; what was never solved takes all of it again. */
function reviewTime({ history }: Rules, problem: CatalogueProblem, planned: number): number {
  const met = history.met.get(problem.slug)
  if (met) return reviewMinutes(problem, !met.solved)
  return Math.min(planned, reviewMinutes(problem, false))
}

/**
 * Reviews that are due and that the plan does not hold: as many as the coming week takes, what is likeliest forgotten
 * first. What was met twice gives way to another problem of its pattern.
 */
export function dueReviews(input: RepackInput, rules: Rules, sorted: Sorted): Entry[] {
  const { facts } = input
  const problems = new Map(facts.problems.map((problem) => [problem.slug, problem]))
  const planned = new Set([
    ...sorted.entries.map(({ item }) => item.slug),
    ...sorted.entries.flatMap(({ item }) => item.stands_for ?? []),
  ])
  const room = Math.max(0, 7 * rules.reviewCap - sorted.entries.filter(({ due }) => due).length)
  const due = input.cards
    .filter(
      ({ slug, due }) => due <= facts.today && !planned.has(slug) && mayReview(rules, problems.get(slug)),
    )
    .sort((a, b) => a.retrievability - b.retrievability || (a.slug < b.slug ? -1 : 1))
    .slice(0, room)
  const taken = new Set([
    ...planned,
    ...sorted.finished.map(({ slug }) => slug),
    ...due.map(({ slug }) => slug),
  ])
  return due.flatMap((card, at): Entry[] => {
    const own = problems.get(card.slug)
    if (!own) return []
    const sibling = card.reps >= 2 ? siblingOf({ own, rules, taken }) : undefined
    const problem = sibling ?? own
    taken.add(problem.slug)
    const met = rules.history.met.get(problem.slug)
    const kind = met ? ('review' as const) : ('new' as const)
    return [
      {
        item: {
          ...newItem({
            input,
            problem,
            name: `${problem.slug}/due/${facts.today}`,
            reason: sibling
              ? `You met ${own.title} twice; another problem of its pattern shows more.`
              : 'Its next review is due.',
          }),
          kind,
          minutes: kind === 'new' ? problem.minutes : reviewTime(rules, problem, problem.minutes),
          evidence: [...evidenceOfMeeting(facts, own), ...evidenceOfTopic(facts, problem)],
          ...(sibling ? { stands_for: own.slug } : {}),
        },
        problem,
        from: facts.today,
        wanted: facts.today,
        order: 10_000 + at,
        due: kind === 'review',
        added: 'Its review is due.',
        value: 0,
      },
    ]
  })
}

function mayReview({ facts }: Rules, problem: CatalogueProblem | undefined): boolean {
  return (
    problem !== undefined &&
    (facts.intake.allow_premium || !problem.premium) &&
    !facts.intake.known_topics.includes(problem.topic)
  )
}

/** Another problem of the same topic and main pattern: not met yet, else met longest ago. */
function siblingOf(options: {
  own: CatalogueProblem
  rules: Rules
  taken: Set<string>
}): CatalogueProblem | undefined {
  const { own, rules, taken } = options
  const lastDate = (slug: string) => rules.history.met.get(slug)?.last.date ?? ''
  const [pattern] = own.patterns
  const alike = rules.facts.problems.filter(
    (one) =>
      one.topic === own.topic &&
      one.patterns[0] === pattern &&
      one.difficulty === own.difficulty &&
      !taken.has(one.slug) &&
      one.minutes <= rules.underWay.dayLimit &&
      (one.minutes <= own.minutes * 1.5 || rules.history.met.has(one.slug)) &&
      lastDate(one.slug) < lastDate(own.slug) &&
      mayReview(rules, one),
  )
  return alike.sort(
    (a, b) =>
      (lastDate(a.slug) < lastDate(b.slug) ? -1 : lastDate(a.slug) > lastDate(b.slug) ? 1 : 0) ||
      b.lists.length - a.lists.length ||
      a.number - b.number,
  )[0]
}
