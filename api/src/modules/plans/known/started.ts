import type { AttemptFact, PlanFacts } from '../plans.facts.ts'
import type { History } from './history.ts'
import { isSinceMade } from './since-made.ts'

export type StartedItem = { item_id: string; slug: string; date: string }

/** Items of the previous plan that the learner has begun since and not solved; one a problem. */
export function startedItems(
  facts: Pick<PlanFacts, 'previous' | 'previousMadeAt'>,
  history: History,
): StartedItem[] {
  const { previous, previousMadeAt } = facts
  if (!previous) return []
  const items = previous.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ date, problems }) => problems.map(({ item_id, slug }) => ({ item_id, slug, date })))
  const isTry = (attempt: AttemptFact) => isSinceMade(attempt, previous, previousMadeAt)
  return [...Map.groupBy(items, ({ slug }) => slug)].flatMap(([slug, all]) => {
    const met = history.met.get(slug)
    const last = met?.solved === false ? met.attempts.findLast(isTry) : undefined
    if (!last) return []
    return all.find(({ item_id }) => item_id === last.item_id) ?? all.slice(0, 1)
  })
}
