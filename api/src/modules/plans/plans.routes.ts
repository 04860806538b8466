import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { answerText } from '../../shared/json-text.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
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
const onePlan = { status: 200, description: 'The plan', schema: planViewSchema }

export function createPlansRoutes(deps: {
  plans: PlansRepository
  intakes: IntakeRepository
  catalogue: CatalogueCache
  retrieval: RetrievalRepository
  clock: Clock
}) {
  const { plans } = deps
  return new Hono<LearnerEnv>()
    .get(
      '/v1/plans',
      describe({
        tag,
        summary: 'Every plan of the learner, newest first',
        success: { status: 200, description: 'One page', schema: planPageSchema },
        signedIn: true,
      }),
      requireLearner,
      validate('query', listPlansQuerySchema),
      async (c) => {
        const { limit, cursor } = c.req.valid('query')
        return c.json(await listPlans({ learnerId: c.get('learner').id, limit, cursor, plans }), 200)
      },
    )
    .get(
      '/v1/plans/current',
      describe({
        tag,
        summary: 'The latest accepted plan',
        success: { ...onePlan, schema: currentPlanSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      async (c) => answerText(c, await getCurrentPlan({ learnerId: c.get('learner').id, ...deps })),
    )
    .get(
      '/v1/plans/what-if',
      describe({
        tag,
        summary: 'What a plan by the rules would hold with other hours and weeks',
        success: { status: 200, description: 'The figures; nothing is kept', schema: whatIfSchema },
        problems: [409],
        signedIn: true,
      }),
      requireLearner,
      validate('query', whatIfQuerySchema),
      async (c) => {
        const { hours_per_week, weeks } = c.req.valid('query')
        const learnerId = c.get('learner').id
        return c.json(await askWhatIf({ learnerId, hoursPerWeek: hours_per_week, weeks, ...deps }), 200)
      },
    )
    .get(
      '/v1/plans/:id',
      describe({ tag, summary: 'One plan', success: onePlan, problems: [404], signedIn: true }),
      requireLearner,
      validate('param', planParamSchema),
      async (c) =>
        answerText(
          c,
          await getPlanText({ learnerId: c.get('learner').id, planId: c.req.valid('param').id, ...deps }),
        ),
    )
    .post(
      '/v1/plans/:id/accept',
      describe({
        tag,
        summary: 'Accept a proposed plan',
        success: onePlan,
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('param', planParamSchema),
      async (c) => {
        const one = { learnerId: c.get('learner').id, planId: c.req.valid('param').id, ...deps }
        await acceptPlan(one)
        return answerText(c, await getPlanText(one))
      },
    )
    .post(
      '/v1/plans/:id/decline',
      describe({
        tag,
        summary: 'Put a proposed plan aside',
        success: onePlan,
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', planParamSchema),
      async (c) => {
        const one = { learnerId: c.get('learner').id, planId: c.req.valid('param').id, ...deps }
        await declinePlan({ ...one, now: deps.clock() })
        return answerText(c, await getPlanText(one))
      },
    )
}
