import { isPractised, type Outcome } from '../../shared/outcomes.ts'
import { isSinceMade } from './known/since-made.ts'
import type { AttemptFact } from './plans.facts.ts'
import type { ItemStatusFields, PlanJson } from './plans.schemas.ts'
import { type DatedItem, listItems } from './verify/verified-plan.ts'

/** How an item went, and the attempt that counts for it. */
export type ItemStatus = { status: 'open' | Outcome; attempt: AttemptFact | null }
type ItemFacts = Pick<DatedItem, 'item_id' | 'slug' | 'kind' | 'date' | 'first_date'>

/** The status of each item of a plan that was generated at `madeAt`, by `item_id`. */
export function readItemStatuses(
  plan: Pick<PlanJson, 'weeks' | 'start_date'>,
  attempts: AttemptFact[],
  madeAt: string | null | undefined,
): Map<string, ItemStatus> {
  const since = attempts.filter((attempt) => isSinceMade(attempt, plan, madeAt))
  return statusesOf(listItems(plan), since)
}

/**
 * The one rule for how items went, by `item_id`: from the attempts since their plan was generated, oldest first.
 * An attempt that names an item counts for it. One that names none counts for the first meeting of its problem, or for
 * the earliest review that is due; where both are practised, for the latest of them that is not solved.
 */
export function statusesOf(items: readonly ItemFacts[], attempts: AttemptFact[]): Map<string, ItemStatus> {
  const ids = new Map(items.map((item) => [item.item_id, item]))
  const bySlug = Map.groupBy(items, ({ slug }) => slug)
  const statuses = new Map<string, ItemStatus>(
    items.map(({ item_id }) => [item_id, { status: 'open', attempt: null }]),
  )
  const isMet = ({ item_id }: ItemFacts) => isPractised(statuses.get(item_id))
  for (const attempt of attempts) {
    const { slug, outcome } = attempt
    const named = attempt.item_id ? ids.get(attempt.item_id) : undefined
    const sameProblem = bySlug.get(slug) ?? []
    const item =
      named?.slug === slug
        ? named
        : attempt.item_id && outcome === 'skipped'
          ? undefined
          : (sameProblem.find((one) => !isMet(one) && mayBe(one, attempt)) ??
            sameProblem.findLast((one) => isMet(one) && statuses.get(one.item_id)?.status !== 'solved'))
    if (!item || (outcome === 'skipped' && isMet(item))) continue
    statuses.set(item.item_id, { status: outcome, attempt })
  }
  return statuses
}

/** True when an attempt that names no item may count for this one. */
function mayBe(item: ItemFacts, { date, outcome }: AttemptFact): boolean {
  if (outcome === 'skipped') return item.kind !== 'review' && (item.first_date ?? '') < date
  return item.kind !== 'review' || item.date <= date
}

/** The fields of its status that an item carries in every answer. */
export function toStatusFields(item: ItemStatus | undefined): ItemStatusFields {
  const { status = 'open', attempt } = item ?? {}
  return {
    status,
    attempt_id: attempt?.id ?? null,
    actual_minutes: attempt?.minutes ?? null,
    rating: attempt?.rating ?? null,
  }
}
