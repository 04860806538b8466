import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import type { LifeDeps } from '../today/change-plan.ts'
import { topicsProgressSchema } from './progress.schemas.ts'
import { getTopicsProgress } from './progress.usecases.ts'

export function createProgressRoutes(deps: LifeDeps) {
  return new Hono<LearnerEnv>().get(
    '/v1/progress/topics',
    describe({
      tag: 'Progress',
      summary: 'What was measured of each topic, beside the self-rating',
      success: { status: 200, description: 'Every topic', schema: topicsProgressSchema },
      signedIn: true,
    }),
    requireLearner,
    async (c) => c.json(await getTopicsProgress({ learnerId: c.get('learner').id, deps }), 200),
  )
}
