import {
  type Attempt,
  dayAt,
  type LearnerDay,
  type Outcome,
  type Plan,
  type PlanItem,
  type PlanJson,
} from '@codify/api/contract'

/** How items of a plan went, by `item_id`; items without an attempt are absent. */
export type Outcomes = Readonly<Record<string, Outcome>>

export type DatedItem = { date: string; item: PlanItem }

/**
 * Finds the item that each attempt was made for, where it does not name it. A problem may stand in a plan more than once (new, then in review):
 * an attempt counts for the newest of its days that has come, or for the first one when none has. What was done before
 * the plan was made went into it already.
 */
export function outcomesByItem({
  plan,
  attempts,
  learnerDay,
}: {
  plan: Pick<Plan, 'generated_at' | 'plan_json'>
  attempts: readonly Attempt[]
  learnerDay: LearnerDay
}): Outcomes {
  const bySlug = Map.groupBy(itemsOf(plan.plan_json), ({ item }) => item.slug)
  const outcomes: Record<string, Outcome> = {}
  const named = new Set(itemsOf(plan.plan_json).map(({ item }) => item.item_id))
  for (const attempt of oldestFirst(attempts, plan.generated_at)) {
    if (attempt.item_id && named.has(attempt.item_id)) {
      outcomes[attempt.item_id] = attempt.outcome
      continue
    }
    const day = dayAt(new Date(attempt.created_at), learnerDay)
    const dated = bySlug.get(attempt.problem)
    const meant = dated?.findLast(({ date }) => date <= day) ?? dated?.[0]
    if (meant) outcomes[meant.item.item_id] = attempt.outcome
  }
  return outcomes
}

function oldestFirst(attempts: readonly Attempt[], since: string): Attempt[] {
  return attempts
    .filter((one) => one.retracted_at === null && Date.parse(one.created_at) >= Date.parse(since))
    .toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at))
}

/** Every item with its day, in the plan's order. */
export function itemsOf(plan: PlanJson): DatedItem[] {
  return plan.weeks.flatMap(({ days }) =>
    days.flatMap(({ date, problems }) => problems.map((item) => ({ date, item }))),
  )
}

/** Solved, tried and stuck are work done; a skipped item is not. */
export function isPractised(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && outcome !== 'skipped'
}

export type PlanProgress = { planned: number; practised: number; solved: number }

export function progressOf(items: readonly DatedItem[], outcomes: Outcomes): PlanProgress {
  const results = items.map(({ item }) => outcomes[item.item_id])
  return {
    planned: items.length,
    practised: results.filter(isPractised).length,
    solved: results.filter((outcome) => outcome === 'solved').length,
  }
}

export function sumMinutes(items: readonly { minutes: number }[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** What is still to do of each topic, in the plan's order. */
export function topicsToCome(options: {
  plan: PlanJson
  outcomes: Outcomes
  today: string
  titles: Readonly<Record<string, string>>
}): { slug: string; title: string; problems: number; minutes: number }[] {
  const { plan, outcomes, today, titles } = options
  const open = itemsOf(plan).filter(({ date, item }) => date >= today && !isPractised(outcomes[item.item_id]))
  const byTopic = Map.groupBy(open, ({ item }) => item.topic)
  return [...byTopic].map(([slug, items]) => ({
    slug,
    title: titles[slug] ?? slug,
    problems: new Set(items.map(({ item }) => item.slug)).size,
    minutes: sumMinutes(items.map(({ item }) => item)),
  }))
}
