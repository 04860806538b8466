import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
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

export function createAttemptsRoutes({
  attempts,
  problems,
  clock,
}: {
  attempts: AttemptsRepository
  problems: ProblemsRepository
  clock: Clock
}) {
  return new Hono<AppEnv>()
    .post(
      '/v1/problems/:slug/attempts',
      describe({
        tag,
        summary: 'Record an attempt',
        description: 'With an Idempotency-Key, the same request sent twice counts once.',
        success: { status: 201, description: 'The attempt', schema: attemptSchema },
        problems: [404, 413, 422],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('header', idempotencyHeaderSchema),
      validate('json', createAttemptSchema),
      async (c) => {
        const attempt = await recordAttempt({
          slugOrId: c.req.valid('param').slug,
          learnerId: c.get('learner').id,
          body: c.req.valid('json'),
          idempotencyKey: c.req.valid('header')['idempotency-key'],
          attempts,
          problems,
          clock,
        })
        return c.json(attempt, 201)
      },
    )
    .get(
      '/v1/problems/:slug/attempts',
      describe({
        tag,
        summary: "One's own attempts at a problem, newest first",
        success: { status: 200, description: 'One page', schema: attemptPageSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('query', listAttemptsQuerySchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const query = c.req.valid('query')
        const learnerId = c.get('learner').id
        return c.json(await listAttempts({ slugOrId, learnerId, query, attempts, problems }), 200)
      },
    )
    .get(
      '/v1/attempts',
      describe({
        tag,
        summary: "One's own attempts, newest first",
        success: { status: 200, description: 'One page', schema: attemptPageSchema },
        signedIn: true,
      }),
      requireLearner,
      validate('query', listAttemptsQuerySchema),
      async (c) => {
        const query = c.req.valid('query')
        const learnerId = c.get('learner').id
        return c.json(await listAttempts({ learnerId, query, attempts, problems }), 200)
      },
    )
    .patch(
      '/v1/attempts/:id',
      describe({
        tag,
        summary: 'Complete an attempt: what it leaves open',
        success: { status: 200, description: 'The attempt', schema: attemptSchema },
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('param', attemptParamSchema),
      validate('json', completeAttemptSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        const attemptId = c.req.valid('param').id
        return c.json(
          await completeAttempt({ learnerId, attemptId, body: c.req.valid('json'), attempts }),
          200,
        )
      },
    )
    .delete(
      '/v1/attempts/:id',
      describe({
        tag,
        summary: 'Take an attempt back, within a day',
        description:
          'History is not rewritten: the attempt stays with the moment it was taken back, and counts nowhere.',
        success: { status: 200, description: 'The attempt as it now is', schema: attemptSchema },
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('param', attemptParamSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        const attemptId = c.req.valid('param').id
        return c.json(await retractAttempt({ learnerId, attemptId, attempts, clock }), 200)
      },
    )
}
