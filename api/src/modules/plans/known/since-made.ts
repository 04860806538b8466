import type { AttemptFact } from '../plans.facts.ts'
import type { PlanJson } from '../plans.schemas.ts'

/**
 * True if an attempt was made since a plan was generated, on whatever day the plan starts. Where a moment is unknown,
 * the days decide.
 */
export function isSinceMade(
  { at, date }: Pick<AttemptFact, 'at' | 'date'>,
  { start_date }: Pick<PlanJson, 'start_date'>,
  madeAt: string | null | undefined,
): boolean {
  return at !== undefined && madeAt ? Date.parse(at) >= Date.parse(madeAt) : date >= start_date
}
