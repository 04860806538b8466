import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { readinessSchema } from '../readiness/readiness.schemas.ts'
import type { Role } from '../readiness/roles.ts'
import type { LifeDeps } from '../today/change-plan.ts'
import type { ProgressRepository } from './progress.repository.ts'
import { progressSchema, topicsProgressSchema } from './progress.schemas.ts'
import { getProgress, getTopicsProgress } from './progress.usecases.ts'
import { getReadiness } from './readiness.usecases.ts'

const tag = 'Progress'

export function createProgressRoutes({
  progress,
  plans,
  life,
  roles,
}: {
  progress: ProgressRepository
  plans: PlansRepository
  life: LifeDeps
  roles: Promise<readonly Role[]>
}) {
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
    .get(
      '/v1/readiness',
      describe({
        tag,
        summary: "Estimate the learner's readiness for their roles, now and at the end of the plan",
        description: 'An estimate by an explicit learner model, with its range: shares from 0 to 1.',
        success: { status: 200, description: 'The estimate', schema: readinessSchema },
        signedIn: true,
        problems: [404],
      }),
      requireLearner,
      async (c) =>
        c.json(await getReadiness({ learnerId: c.get('learner').id, roles, deps: { ...life, plans } }), 200),
    )
}
