import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
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
  const knownTopic = { tag, params: topicParamSchema, answer: changedIntakeSchema, problems: [404] }
  return new Hono<AppEnv>()
    .get(
      '/v1/intake',
      learnerRoute(
        {
          scope: 'profile:read',
          tag,
          summary: "Read the learner's intake",
          answer: storedIntakeSchema,
          problems: [404],
        },
        ({ learnerId }) => getIntake({ learnerId, ...deps }),
      ),
    )
    .put(
      '/v1/intake',
      learnerRoute(
        {
          tag,
          summary: 'Save the intake; it is embedded on change',
          description:
            'Where hours, study days, time zone, interview, skipped topics or subscription change, the open part of the plan follows at once.',
          body: intakeSchema,
          answer: changedIntakeSchema,
        },
        ({ learnerId, body: intake }) => saveIntake({ learnerId, intake, ...deps }),
      ),
    )
    .put(
      '/v1/intake/known-topics/:topic',
      learnerRoute(
        {
          ...knownTopic,
          summary: 'Skip a topic; repeating it changes nothing',
          description:
            'It leaves the plan under way at once. Undoing that change takes the skipping back as well.',
        },
        ({ learnerId, params: { topic } }) => setKnownTopic({ learnerId, topic, known: true, ...deps }),
      ),
    )
    .delete(
      '/v1/intake/known-topics/:topic',
      learnerRoute(
        { ...knownTopic, summary: 'Take the skipping of a topic back; repeating it changes nothing' },
        ({ learnerId, params: { topic } }) => setKnownTopic({ learnerId, topic, known: false, ...deps }),
      ),
    )
}
