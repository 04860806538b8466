import type { Outcome } from '../../shared/outcomes.ts'
import type { AttemptFact } from './plans.facts.ts'
import type { PlanJson } from './plans.schemas.ts'
import { isSinceMade } from './since-made.ts'
import { type DatedItem, listItems } from './verified-plan.ts'

export type Standing = { state: 'open' | Outcome; attempt: AttemptFact | null }

/**
 * Where each item of a plan that was generated at `madeAt` stands, by its id. An attempt that names an item is that item's; one that names none is
 * the first meeting of its problem, or the earliest review of it that was due.
 */
export function readStanding(
  plan: Pick<PlanJson, 'weeks' | 'start_date'>,
  attempts: AttemptFact[],
  madeAt: string | null | undefined,
): Map<string, Standing> {
  const items = listItems(plan)
  const ids = new Map(items.map((item) => [item.item_id, item]))
  const bySlug = Map.groupBy(items, ({ slug }) => slug)
  const standing = new Map<string, Standing>(
    items.map(({ item_id }) => [item_id, { state: 'open', attempt: null }]),
  )
  const since = attempts.filter((attempt) => isSinceMade(attempt, plan, madeAt))
  const isMet = (itemId: string) => {
    const state = standing.get(itemId)?.state
    return state !== undefined && state !== 'open' && state !== 'skipped'
  }
  for (const attempt of since) {
    const named = attempt.item_id ? ids.get(attempt.item_id) : undefined
    const item =
      named?.slug === attempt.slug
        ? named
        : attempt.item_id && attempt.outcome === 'skipped'
          ? undefined
          : bySlug.get(attempt.slug)?.find((one) => !isMet(one.item_id) && mayBe(one, attempt))
    if (!item || (attempt.outcome === 'skipped' && isMet(item.item_id))) continue
    standing.set(item.item_id, { state: attempt.outcome, attempt })
  }
  return standing
}

/** Whether an attempt that names no item may be this one. */
function mayBe(item: DatedItem, { date, outcome }: AttemptFact): boolean {
  if (outcome === 'skipped') return item.kind !== 'review' && (item.first_date ?? '') < date
  return item.kind !== 'review' || item.date <= date
}

export function isFinished(standing: Standing | undefined): boolean {
  return standing !== undefined && standing.state !== 'open' && standing.state !== 'skipped'
}
