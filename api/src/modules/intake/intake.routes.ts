import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import type { IntakeRepository } from './intake.repository.ts'
import { intakeSchema, storedIntakeSchema, topicParamSchema } from './intake.schemas.ts'
import { getIntake, saveIntake, setKnownTopic } from './intake.usecases.ts'

const tag = 'Intake'

export function createIntakeRoutes(deps: {
  intakes: IntakeRepository
  catalogue: CatalogueCache
  embedder: Embedder
  clock: Clock
  /** Brings the plan under way up to date with what changed. */
  refreshPlan: (options: { learnerId: string }) => Promise<unknown>
}) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/intake',
      describe({
        tag,
        summary: "The learner's intake",
        success: { status: 200, description: 'The intake', schema: storedIntakeSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await getIntake({ learnerId: c.get('learner').id, intakes: deps.intakes }), 200),
    )
    .put(
      '/v1/intake',
      describe({
        tag,
        summary: 'Save the intake; it is embedded on change',
        success: { status: 200, description: 'The intake as kept', schema: storedIntakeSchema },
        signedIn: true,
      }),
      requireLearner,
      validate('json', intakeSchema),
      async (c) => {
        const intake = c.req.valid('json')
        return c.json(await saveIntake({ learnerId: c.get('learner').id, intake, ...deps }), 200)
      },
    )
    .put(
      '/v1/intake/known-topics/:topic',
      describe({
        tag,
        summary: 'Skip a topic; repeating it changes nothing',
        success: { status: 200, description: 'The intake as kept', schema: storedIntakeSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', topicParamSchema),
      async (c) => {
        const { topic } = c.req.valid('param')
        const learnerId = c.get('learner').id
        const intake = await setKnownTopic({ learnerId, topic, known: true, ...deps })
        await deps.refreshPlan({ learnerId })
        return c.json(intake, 200)
      },
    )
    .delete(
      '/v1/intake/known-topics/:topic',
      describe({
        tag,
        summary: 'Take the skipping of a topic back; repeating it changes nothing',
        success: { status: 200, description: 'The intake as kept', schema: storedIntakeSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', topicParamSchema),
      async (c) => {
        const { topic } = c.req.valid('param')
        const learnerId = c.get('learner').id
        const intake = await setKnownTopic({ learnerId, topic, known: false, ...deps })
        await deps.refreshPlan({ learnerId })
        return c.json(intake, 200)
      },
    )
}
