import type { Clock } from '../../shared/clock.ts'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import type { JsonText } from '../../shared/json-text.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import { dayAt } from '../learner-day/learner-day.models.ts'
import type { RetrievalRepository } from '../retrieval/retrieval.repository.ts'
import { gatherFacts } from '../retrieval/retrieval.usecases.ts'
import { carryOver } from './carry-over.ts'
import { PlanningError } from './planning-error.ts'
import { intakeMissing, nothingToPlan, planDeclined, planNotFound, planSuperseded } from './plans.errors.ts'
import { toPlanText } from './plans.models.ts'
import type { PlansRepository } from './plans.repository.ts'
import {
  type CurrentPlan,
  type Plan,
  type PlanView,
  planSummarySchema,
  type WhatIf,
} from './plans.schemas.ts'
import { whatIf } from './what-if.ts'

type PlanningDeps = {
  intakes: IntakeRepository
  plans: PlansRepository
  catalogue: CatalogueCache
  retrieval: RetrievalRepository
  clock: Clock
}
type Owned = { learnerId: string; planId: string; plans: PlansRepository }

export async function getCurrentPlan({
  learnerId,
  plans,
  catalogue,
  clock,
}: {
  learnerId: string
  plans: PlansRepository
  catalogue: CatalogueCache
  clock: Clock
}): Promise<JsonText<CurrentPlan>> {
  const [plan, { find }] = await Promise.all([plans.findCurrentText({ learnerId }), catalogue.get()])
  if (!plan) throw planNotFound()
  const slugs = new Set(plan.items.map(({ slug }) => slug))
  const exercises = [...slugs].filter((slug) => find(slug)?.has_exercise)
  const now = clock()
  return toPlanText(plan, { now, exercises, today: dayAt(now, plan.learnerDay) })
}

/** One plan, with the status of each item. */
export async function getPlanText({
  learnerId,
  planId,
  plans,
  clock,
}: Owned & { clock: Clock }): Promise<JsonText<PlanView>> {
  const plan = await plans.findText({ learnerId, planId })
  if (!plan) throw planNotFound()
  return toPlanText(plan, { now: clock() })
}

export async function getPlan({ learnerId, planId, plans }: Owned): Promise<Plan> {
  const plan = await plans.find({ learnerId, planId })
  if (!plan) throw planNotFound()
  return plan
}

export async function listPlans({
  learnerId,
  limit,
  cursor,
  plans,
}: {
  learnerId: string
  limit: number
  cursor: string | undefined
  plans: PlansRepository
}) {
  const after = decodeCursor(cursor, timeKeysetSchema)
  const rows = await plans.list({ learnerId, limit, after })
  return toPage({
    rows,
    limit,
    cursorOf: (row) => [row.generated_at_key, row.id],
    toItem: (row) =>
      planSummarySchema.parse({
        ...row,
        generated_at: row.generated_at.toISOString(),
        declined_at: row.declined_at?.toISOString() ?? null,
      }),
  })
}

/** Plans by rule with other hours and weeks for this learner. Stores nothing and asks no model. */
export async function askWhatIf({
  learnerId,
  hoursPerWeek,
  weeks,
  ...deps
}: PlanningDeps & {
  learnerId: string
  hoursPerWeek: number
  weeks: number
}): Promise<WhatIf> {
  const intake = await deps.intakes.find({ learnerId })
  if (!intake) throw intakeMissing()
  const facts = await gatherFacts({ learnerId, intake, ...deps })
  try {
    return whatIf({ facts, hoursPerWeek, weeks })
  } catch (error) {
    if (error instanceof PlanningError) throw nothingToPlan(error.message, error.field)
    throw error
  }
}

/**
 * Accepts a proposal; accepting what is current already changes nothing. What was started since it was made is carried
 * over into it.
 */
export async function acceptPlan({ learnerId, planId, ...deps }: Owned & PlanningDeps): Promise<Plan> {
  const { plans } = deps
  const proposal = await getPlan({ learnerId, planId, plans })
  if (proposal.declined_at !== null) throw planDeclined()
  if (proposal.status === 'superseded') throw planSuperseded()
  if (proposal.status === 'current') return proposal
  const intake = await deps.intakes.find({ learnerId })
  const facts = intake && (await gatherFacts({ learnerId, intake, ...deps }))
  const plan = facts?.previous ? carryOver({ proposal, facts }) : proposal.plan_json
  return (await plans.accept({ learnerId, planId, plan })) ?? acceptPlan({ learnerId, planId, ...deps })
}

/** Declines a proposal; what is no proposal any more stays as it is. */
export async function declinePlan({ now, ...owned }: Owned & { now: Date }): Promise<Plan> {
  return (await owned.plans.decline({ ...owned, now })) ?? getPlan(owned)
}
