import type { Clock } from '../../shared/clock.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import type { RetrievalRepository } from '../retrieval/retrieval.repository.ts'
import { gatherFacts } from '../retrieval/retrieval.usecases.ts'
import { makePlan } from './make/planner.ts'
import { PlanningError } from './planning-error.ts'
import { intakeMissing, nothingToPlan, planNotFound, planNotPast } from './plans.errors.ts'
import type { PlanFacts, Proposal } from './plans.facts.ts'
import type { PlansRepository } from './plans.repository.ts'
import type { Plan, PlanJson } from './plans.schemas.ts'

/**
 * Proposes an old plan again. Its choices, their order and its themes go through repair and verifier like those of a
 * model, from today on; what was solved since comes back only as review. The learner sees the changes and accepts.
 *
 * @throws 404 `plan.not_found`; 409 `plan.not_past`, `plan.intake_missing`, `plan.nothing_to_plan`
 */
export async function restorePlan({
  learnerId,
  planId,
  ...deps
}: {
  learnerId: string
  planId: string
  plans: PlansRepository
  intakes: IntakeRepository
  catalogue: CatalogueCache
  retrieval: RetrievalRepository
  clock: Clock
}): Promise<Plan> {
  const old = await deps.plans.find({ learnerId, planId })
  if (!old) throw planNotFound()
  if (old.status !== 'superseded') throw planNotPast()
  const intake = await deps.intakes.find({ learnerId })
  if (!intake) throw intakeMissing()
  const factsAt = deps.clock()
  const facts = await gatherFacts({ learnerId, intake, ...deps })
  return deps.plans.propose({ learnerId, plan: planAgain({ old, facts }), factsAt })
}

/** The plan that an old one leads to today. */
export function planAgain({ old, facts }: { old: Plan; facts: PlanFacts }): PlanJson {
  const { source, model, start_date } = old.plan_json
  const name = `your plan of ${dayInWords(start_date)}`
  const note = `This is ${name} again: fitted to the days you have now, and every rule was checked.`
  try {
    const made = makePlan({ facts, proposal: toProposal(old.plan_json), model, seed: old.id, note })
    if (made.source === 'rules')
      return { ...made, note: `Nothing of ${name} can be planned any more, so the rules made this one.` }
    // Who chose the problems stays what it was; the certificate says which rules the planner had to repair.
    return source === 'rules' ? { ...made, source, model: null } : made
  } catch (error) {
    if (error instanceof PlanningError) throw nothingToPlan(error.message, error.field)
    throw error
  }
}

/** Reviews are left out: the planner schedules its own. Reasons too, because they name facts of that time. */
function toProposal({ weeks }: PlanJson): Proposal {
  return {
    weeks: weeks.map(({ theme, days }) => ({
      theme,
      days: days.map(({ problems }) => ({
        problems: problems.filter(({ kind }) => kind !== 'review').map(({ id }) => ({ id, reason: '' })),
      })),
    })),
  }
}

function dayInWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}
