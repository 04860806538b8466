import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import type { RetrievalRepository } from '../retrieval/retrieval.repository.ts'
import type { PlansRepository } from './plans.repository.ts'
import {
  currentPlanSchema,
  listPlansQuerySchema,
  planPageSchema,
  planParamSchema,
  planViewSchema,
  whatIfQuerySchema,
  whatIfSchema,
} from './plans.schemas.ts'
import {
  acceptPlan,
  askWhatIf,
  declinePlan,
  getCurrentPlan,
  getPlanText,
  listPlans,
} from './plans.usecases.ts'

const tag = 'Plans'

export function createPlansRoutes(deps: {
  plans: PlansRepository
  intakes: IntakeRepository
  catalogue: CatalogueCache
  retrieval: RetrievalRepository
  clock: Clock
}) {
  const onePlan = { tag, params: planParamSchema, answer: planViewSchema }
  return new Hono<AppEnv>()
    .get(
      '/v1/plans',
      learnerRoute(
        {
          scope: 'plan:read',
          tag,
          summary: 'List every plan of the learner, newest first',
          query: listPlansQuerySchema,
          answer: planPageSchema,
        },
        ({ learnerId, query: { limit, cursor } }) => listPlans({ learnerId, limit, cursor, ...deps }),
      ),
    )
    .get(
      '/v1/plans/current',
      learnerRoute(
        {
          scope: 'plan:read',
          tag,
          summary: 'Read the latest accepted plan',
          answer: currentPlanSchema,
          problems: [404],
        },
        ({ learnerId }) => getCurrentPlan({ learnerId, ...deps }),
      ),
    )
    .get(
      '/v1/plans/what-if',
      learnerRoute(
        {
          scope: 'plan:read',
          tag,
          summary: 'Ask what a plan by the rules would hold with other hours and weeks; nothing is kept',
          query: whatIfQuerySchema,
          answer: whatIfSchema,
          problems: [409],
        },
        ({ learnerId, query: { hours_per_week: hoursPerWeek, weeks } }) =>
          askWhatIf({ learnerId, hoursPerWeek, weeks, ...deps }),
      ),
    )
    .get(
      '/v1/plans/:id',
      learnerRoute(
        { scope: 'plan:read', ...onePlan, summary: 'Read one plan', problems: [404] },
        ({ learnerId, params }) => getPlanText({ learnerId, planId: params.id, ...deps }),
      ),
    )
    .post(
      '/v1/plans/:id/accept',
      learnerRoute(
        { scope: 'plan:write', ...onePlan, summary: 'Accept a proposed plan', problems: [404, 409] },
        async ({ learnerId, params }) => {
          const one = { learnerId, planId: params.id, ...deps }
          await acceptPlan(one)
          return getPlanText(one)
        },
      ),
    )
    .post(
      '/v1/plans/:id/decline',
      learnerRoute(
        { scope: 'plan:write', ...onePlan, summary: 'Put a proposed plan aside', problems: [404] },
        async ({ learnerId, params }) => {
          const one = { learnerId, planId: params.id, ...deps }
          await declinePlan({ ...one, now: deps.clock() })
          return getPlanText(one)
        },
      ),
    )
}
