import { intakeNotFound } from '../intake/intake.errors.ts'
import { readItemStatuses } from '../plans/item-status.ts'
import type { PlanFacts } from '../plans/plans.facts.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import type { PlanJson } from '../plans/plans.schemas.ts'
import { listItems } from '../plans/verified-plan.ts'
import { type PlannedPractice, readReadiness } from '../readiness/readiness.models.ts'
import type { Readiness } from '../readiness/readiness.schemas.ts'
import type { Role } from '../readiness/roles.ts'
import { gatherFacts } from '../retrieval/retrieval.usecases.ts'
import type { LifeDeps } from '../today/change-plan.ts'

/**
 * Estimates how ready a learner is for their roles, now and when the rest of the plan is followed.
 *
 * @throws 404 `intake.not_found` before the first intake
 */
export async function getReadiness({
  learnerId,
  roles,
  deps,
}: {
  learnerId: string
  roles: Promise<readonly Role[]>
  deps: LifeDeps & { plans: PlansRepository }
}): Promise<Readiness> {
  const intake = await deps.intakes.find({ learnerId })
  if (!intake) throw intakeNotFound()
  const [facts, known] = await Promise.all([gatherFacts({ ...deps, learnerId, intake }), roles])
  const { previous: plan, today } = facts
  const planEnd = plan && plan.end_date >= today ? plan.end_date : null
  const interview =
    intake.interview_date !== null && intake.interview_date >= today ? intake.interview_date : null
  return readReadiness({
    facts,
    roles: known,
    targets: intake.role_target,
    today,
    targetDate: planEnd ?? interview,
    planned: plan ? openPractice(plan, facts) : [],
  })
}

/** Items of the plan that are still to come; what was missed counts as done today. */
function openPractice(
  plan: PlanJson,
  { attempts, problems, today, previousMadeAt }: PlanFacts,
): PlannedPractice[] {
  const statuses = readItemStatuses(plan, attempts, previousMadeAt ?? undefined)
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  return listItems(plan).flatMap(({ item_id, slug, kind, date }) => {
    const problem = bySlug.get(slug)
    if (!problem || statuses.get(item_id)?.status !== 'open') return []
    return [{ problem, date: date < today ? today : date, repeated: kind === 'review' }]
  })
}
