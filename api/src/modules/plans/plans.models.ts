import { beginJson, type JsonText } from '../../shared/json-text.ts'
import type { Plan } from './plans.schemas.ts'

export type PlanHead = {
  id: string
  generated_at: Date
  status: Plan['status']
  declined_at: Date | null
  revision: number
}
/** A plan whose JSON is the text that was stored. */
export type PlanText = PlanHead & { plan_text: string }

export function toHead({
  id,
  generated_at,
  status,
  declined_at,
  revision,
}: PlanHead): Omit<Plan, 'plan_json'> {
  return {
    id,
    generated_at: generated_at.toISOString(),
    status,
    declined_at: declined_at?.toISOString() ?? null,
    revision,
  }
}

/** The JSON of a plan, with `more` beside it. */
export function toPlanText<More extends object>(plan: PlanText, more: More): JsonText<Plan & More> {
  return `${beginJson(JSON.stringify({ ...toHead(plan), ...more }))}"plan_json":${plan.plan_text}}`
}
