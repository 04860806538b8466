import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { LifeDeps } from '../plans/changes/change-plan.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { readinessSchema } from '../readiness/readiness.schemas.ts'
import type { Role } from '../readiness/roles.ts'
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
  return new Hono<AppEnv>()
    .get(
      '/v1/progress',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "Read what was done against what was planned, a year's activity, and what lies ahead",
          description: "By the learner's own days. What was taken back or skipped counts nowhere.",
          answer: progressSchema,
        },
        ({ learnerId }) => getProgress({ learnerId, progress, deps: life }),
      ),
    )
    .get(
      '/v1/progress/topics',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read what was measured of each topic, beside the self-rating',
          answer: topicsProgressSchema,
        },
        ({ learnerId }) => getTopicsProgress({ learnerId, deps: life }),
      ),
    )
    .get(
      '/v1/readiness',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "Estimate the learner's readiness for their roles, now and at the end of the plan",
          description: 'An estimate by an explicit learner model, with its range: shares from 0 to 1.',
          answer: readinessSchema,
          problems: [404],
        },
        ({ learnerId }) => getReadiness({ learnerId, roles, deps: { ...life, plans } }),
      ),
    )
}
