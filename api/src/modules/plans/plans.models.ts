import { beginJson, type JsonText } from '../../shared/json-text.ts'
import { dayAt, type LearnerDay } from '../learner-day/learner-day.models.ts'
import { type ItemStatus, isFinished, statusesOf, toStatusFields } from './item-status.ts'
import type { AttemptFact } from './plans.facts.ts'
import type { NotReached, Plan, PlanProgress, PlanView } from './plans.schemas.ts'
import type { DatedItem } from './verified-plan.ts'

export type PlanHead = {
  id: string
  generated_at: Date
  status: Plan['status']
  declined_at: Date | null
  revision: number
}
/** An item as its status and the plan's progress need it. */
export type ReadItem = NotReached & Pick<DatedItem, 'date' | 'first_date'>
/** A plan whose JSON is the text that was stored, with all that its items' status rests on. */
export type PlanText = PlanHead & {
  plan_text: string
  endDate: string
  learnerDay: LearnerDay
  /** In the plan's order. */
  items: ReadItem[]
  notReached: NotReached[]
  /** Since the plan was generated, and until the next one was; oldest first. */
  attempts: AttemptFact[]
  solvedBefore: number
}

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

/** The JSON of a plan with the status of each item, and `more` beside it. */
export function toPlanText<More extends object>(
  plan: PlanText,
  { now, ...more }: More & { now: Date },
): JsonText<PlanView & Omit<More, 'now'>> {
  const statuses = statusesOf(plan.items, plan.attempts)
  const progress = readProgress(plan, statuses, dayAt(now, plan.learnerDay))
  const head = JSON.stringify({ ...toHead(plan), progress, ...more })
  return `${beginJson(head)}"plan_json":${withStatuses(plan.plan_text, statuses)}}`
}

/** How much of a plan is done. What found no room counts on: a plan does not shrink to what was practised. */
export function readProgress(
  plan: Pick<PlanText, 'items' | 'notReached' | 'endDate' | 'solvedBefore'>,
  statuses: Map<string, ItemStatus>,
  today: string,
): PlanProgress {
  const { items, notReached } = plan
  const of = (status: string) => items.filter(({ item_id }) => statuses.get(item_id)?.status === status)
  const open = of('open').map(
    ({ item_id, slug, title, kind, minutes }): NotReached => ({ item_id, slug, title, kind, minutes }),
  )
  return {
    planned: items.length + notReached.length,
    practised: items.filter(({ item_id }) => isFinished(statuses.get(item_id))).length,
    solved: of('solved').length,
    not_reached: today < plan.endDate ? [] : [...open, ...notReached],
    solved_before: plan.solvedBefore,
  }
}

/**
 * Adds its status to each item of a stored plan, which is large and read often: its text is sent as it was stored.
 * PostgreSQL writes `jsonb` in one form, and a quote within a text is escaped: the pattern meets keys alone.
 */
function withStatuses(planText: string, statuses: Map<string, ItemStatus>): string {
  return planText.replace(/"item_id": "([0-9a-f-]{36})"/g, (key: string, itemId: string) => {
    const item = statuses.get(itemId)
    return item ? `${key}, ${JSON.stringify(toStatusFields(item)).slice(1, -1)}` : key
  })
}
