import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import type { LifeDeps } from '../today/change-plan.ts'
import type { ProgressRepository } from './progress.repository.ts'
import { progressSchema, topicsProgressSchema } from './progress.schemas.ts'
import { getProgress, getTopicsProgress } from './progress.usecases.ts'

const tag = 'Progress'

export function createProgressRoutes({ progress, life }: { progress: ProgressRepository; life: LifeDeps }) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/progress',
      describe({
        tag,
        summary: "What was done against what was planned, a year's activity, and what lies ahead",
        description: "By the learner's own days. What was taken back or skipped counts nowhere.",
        success: { status: 200, description: 'The figures', schema: progressSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await getProgress({ learnerId: c.get('learner').id, progress, deps: life }), 200),
    )
    .get(
      '/v1/progress/topics',
      describe({
        tag,
        summary: 'What was measured of each topic, beside the self-rating',
        success: { status: 200, description: 'Every topic', schema: topicsProgressSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await getTopicsProgress({ learnerId: c.get('learner').id, deps: life }), 200),
    )
}
