import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import { attemptSchema, createAttemptSchema, idempotencyHeaderSchema } from '../attempts/attempts.schemas.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { SubmissionsRepository } from './submissions.repository.ts'
import {
  createSubmissionSchema,
  listSubmissionsQuerySchema,
  submissionPageSchema,
  submissionParamSchema,
  submissionSchema,
  submittedSchema,
} from './submissions.schemas.ts'
import {
  getSubmission,
  listSubmissions,
  recordSubmissionAttempt,
  submitCode,
} from './submissions.usecases.ts'

const tag = 'Workbench'

export function createSubmissionsRoutes(deps: {
  submissions: SubmissionsRepository
  problems: ProblemsRepository
  clock: Clock
}) {
  const { submissions, clock } = deps
  return new Hono<LearnerEnv>()
    .post(
      '/v1/problems/:slug/submissions',
      describe({
        tag,
        summary: 'Keep a submission: code, and how its tests went in the learner’s own browser',
        description:
          'With an Idempotency-Key, the same request sent twice counts once. The answer suggests what an attempt could say.',
        success: { status: 201, description: 'The submission', schema: submittedSchema },
        problems: [404, 413, 422],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('header', idempotencyHeaderSchema),
      validate('json', createSubmissionSchema),
      async (c) => {
        const submitted = await submitCode({
          slugOrId: c.req.valid('param').slug,
          learnerId: c.get('learner').id,
          body: c.req.valid('json'),
          idempotencyKey: c.req.valid('header')['idempotency-key'],
          ...deps,
        })
        return c.json(submitted, 201)
      },
    )
    .get(
      '/v1/problems/:slug/submissions',
      describe({
        tag,
        summary: "One's own submissions at a problem, newest first, without their code",
        success: { status: 200, description: 'One page', schema: submissionPageSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('query', listSubmissionsQuerySchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const [query, learnerId] = [c.req.valid('query'), c.get('learner').id]
        return c.json(await listSubmissions({ slugOrId, learnerId, query, ...deps }), 200)
      },
    )
    .get(
      '/v1/submissions/:id',
      describe({
        tag,
        summary: "One of one's own submissions, with its code",
        success: { status: 200, description: 'The submission', schema: submissionSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', submissionParamSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await getSubmission({ learnerId: c.get('learner').id, id, submissions }), 200)
      },
    )
    .post(
      '/v1/submissions/:id/attempt',
      describe({
        tag,
        summary: 'Record a submission as an attempt; repeating it gives the first one back',
        success: { status: 201, description: 'The attempt', schema: attemptSchema },
        problems: [404, 413, 422],
        signedIn: true,
      }),
      requireLearner,
      validate('param', submissionParamSchema),
      validate('json', createAttemptSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        const [body, learnerId] = [c.req.valid('json'), c.get('learner').id]
        return c.json(await recordSubmissionAttempt({ learnerId, id, body, submissions, clock }), 201)
      },
    )
}
