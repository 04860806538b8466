import type { History } from './history.ts'
import type { PlanFacts } from './plans.facts.ts'

export type StartedItem = { item_id: string; slug: string; date: string }

/** Items of the previous plan that the learner has begun since and not solved; one a problem. */
export function startedItems(facts: Pick<PlanFacts, 'previous'>, history: History): StartedItem[] {
  const { previous } = facts
  if (!previous) return []
  const items = previous.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ date, problems }) => problems.map(({ item_id, slug }) => ({ item_id, slug, date })))
  const started = items.filter(({ slug }) => {
    const met = history.met.get(slug)
    return met !== undefined && !met.solved && met.last.date >= previous.start_date
  })
  return [...new Map(started.toReversed().map((item) => [item.slug, item])).values()].reverse()
}
