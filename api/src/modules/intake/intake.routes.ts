import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import type { IntakeRepository } from './intake.repository.ts'
import { changedIntakeSchema, intakeSchema, storedIntakeSchema, topicParamSchema } from './intake.schemas.ts'
import { type EmbedLater, getIntake, type RefreshPlan, saveIntake, setKnownTopic } from './intake.usecases.ts'

const tag = 'Intake'

export function createIntakeRoutes(deps: {
  intakes: IntakeRepository
  learnerDays: LearnerDayRepository
  catalogue: CatalogueCache
  embedder: Embedder
  embedLater: EmbedLater
  clock: Clock
  refreshPlan: RefreshPlan
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
        description:
          'Where hours, study days, time zone, interview, skipped topics or subscription change, the open part of the plan follows at once.',
        success: { status: 200, description: 'The intake, and what moved', schema: changedIntakeSchema },
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
        description:
          'It leaves the plan under way at once. Undoing that change takes the skipping back as well.',
        success: { status: 200, description: 'The intake, and what moved', schema: changedIntakeSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', topicParamSchema),
      async (c) => {
        const { topic } = c.req.valid('param')
        const learnerId = c.get('learner').id
        return c.json(await setKnownTopic({ learnerId, topic, known: true, ...deps }), 200)
      },
    )
    .delete(
      '/v1/intake/known-topics/:topic',
      describe({
        tag,
        summary: 'Take the skipping of a topic back; repeating it changes nothing',
        success: { status: 200, description: 'The intake, and what moved', schema: changedIntakeSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', topicParamSchema),
      async (c) => {
        const { topic } = c.req.valid('param')
        const learnerId = c.get('learner').id
        return c.json(await setKnownTopic({ learnerId, topic, known: false, ...deps }), 200)
      },
    )
}
