import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { AttemptsRepository } from './attempts.repository.ts'
import {
  attemptPageSchema,
  attemptParamSchema,
  attemptSchema,
  completeAttemptSchema,
  createAttemptSchema,
  idempotencyHeaderSchema,
  listAttemptsQuerySchema,
} from './attempts.schemas.ts'
import { completeAttempt, listAttempts, recordAttempt, retractAttempt } from './attempts.usecases.ts'

const tag = 'Attempts'

export function createAttemptsRoutes(deps: {
  attempts: AttemptsRepository
  problems: ProblemsRepository
  clock: Clock
}) {
  return new Hono<AppEnv>()
    .post(
      '/v1/problems/:slug/attempts',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Record an attempt',
          description: 'With an Idempotency-Key, the same request sent twice counts once.',
          params: problemParamSchema,
          headers: idempotencyHeaderSchema,
          body: createAttemptSchema,
          answer: attemptSchema,
          status: 201,
          problems: [404, 422],
        },
        ({ learnerId, params, headers, body }) =>
          recordAttempt({
            slugOrId: params.slug,
            learnerId,
            body,
            idempotencyKey: headers['idempotency-key'],
            ...deps,
          }),
      ),
    )
    .get(
      '/v1/problems/:slug/attempts',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "List one's own attempts at a problem, newest first",
          params: problemParamSchema,
          query: listAttemptsQuerySchema,
          answer: attemptPageSchema,
          problems: [404],
        },
        ({ learnerId, params, query }) => listAttempts({ slugOrId: params.slug, learnerId, query, ...deps }),
      ),
    )
    .get(
      '/v1/attempts',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "List one's own attempts, newest first",
          query: listAttemptsQuerySchema,
          answer: attemptPageSchema,
        },
        ({ learnerId, query }) => listAttempts({ learnerId, query, ...deps }),
      ),
    )
    .patch(
      '/v1/attempts/:id',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Complete an attempt: what it leaves open',
          params: attemptParamSchema,
          body: completeAttemptSchema,
          answer: attemptSchema,
          problems: [404, 409],
        },
        ({ learnerId, params, body }) => completeAttempt({ learnerId, attemptId: params.id, body, ...deps }),
      ),
    )
    .delete(
      '/v1/attempts/:id',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Take an attempt back, within a day',
          description:
            'History is not rewritten: the attempt stays with the moment it was taken back, and counts nowhere.',
          params: attemptParamSchema,
          answer: attemptSchema,
          problems: [404, 409],
        },
        ({ learnerId, params }) => retractAttempt({ learnerId, attemptId: params.id, ...deps }),
      ),
    )
}
