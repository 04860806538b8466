import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
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
  return new Hono<AppEnv>()
    .post(
      '/v1/problems/:slug/submissions',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Keep a submission: code, and how its tests went in the learner’s own browser',
          description:
            'With an Idempotency-Key, the same request sent twice counts once. The answer suggests what an attempt could say.',
          params: problemParamSchema,
          headers: idempotencyHeaderSchema,
          body: createSubmissionSchema,
          answer: submittedSchema,
          status: 201,
          problems: [404, 422],
        },
        ({ learnerId, params, headers, body }) =>
          submitCode({
            slugOrId: params.slug,
            learnerId,
            body,
            idempotencyKey: headers['idempotency-key'],
            ...deps,
          }),
      ),
    )
    .get(
      '/v1/problems/:slug/submissions',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "List one's own submissions at a problem, newest first, without their code",
          params: problemParamSchema,
          query: listSubmissionsQuerySchema,
          answer: submissionPageSchema,
          problems: [404],
        },
        ({ learnerId, params, query }) =>
          listSubmissions({ slugOrId: params.slug, learnerId, query, ...deps }),
      ),
    )
    .get(
      '/v1/submissions/:id',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "Read one of one's own submissions, with its code",
          params: submissionParamSchema,
          answer: submissionSchema,
          problems: [404],
        },
        ({ learnerId, params: { id } }) => getSubmission({ learnerId, id, ...deps }),
      ),
    )
    .post(
      '/v1/submissions/:id/attempt',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Record a submission as an attempt; repeating it gives the first one back',
          params: submissionParamSchema,
          body: createAttemptSchema,
          answer: attemptSchema,
          status: 201,
          problems: [404, 422],
        },
        ({ learnerId, params: { id }, body }) => recordSubmissionAttempt({ learnerId, id, body, ...deps }),
      ),
    )
}
