import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { idempotencyHeaderSchema } from '../attempts/attempts.schemas.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { ExercisesRepository } from '../exercises/exercises.repository.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import type { SubmissionsRepository } from '../submissions/submissions.repository.ts'
import { createSubmissionSchema } from '../submissions/submissions.schemas.ts'
import type { InterviewsRepository } from './interviews.repository.ts'
import {
  calibrationSchema,
  endInterviewSchema,
  interviewExerciseSchema,
  interviewPageSchema,
  interviewParamSchema,
  interviewSchema,
  interviewSubmittedSchema,
  listInterviewsQuerySchema,
  predictSchema,
  startInterviewSchema,
} from './interviews.schemas.ts'
import {
  endInterview,
  getCalibration,
  getInterview,
  getInterviewExercise,
  listInterviews,
  predict,
  startInterview,
  submitInInterview,
} from './interviews.usecases.ts'

const tag = 'Interviews'

export function createInterviewsRoutes(deps: {
  interviews: InterviewsRepository
  catalogue: CatalogueCache
  exercises: ExercisesRepository
  problems: ProblemsRepository
  submissions: SubmissionsRepository
  clock: Clock
}) {
  return new Hono<AppEnv>()
    .post(
      '/v1/interviews',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Start an interview about a problem not met or met long ago',
          description: 'One at a time: while one is open, it is the answer.',
          body: startInterviewSchema,
          answer: interviewSchema,
          status: 201,
          problems: [409],
        },
        ({ learnerId, body: { minutes } }) => startInterview({ learnerId, minutes, ...deps }),
      ),
    )
    .get(
      '/v1/interviews',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "List one's own interviews, newest first",
          query: listInterviewsQuerySchema,
          answer: interviewPageSchema,
        },
        ({ learnerId, query }) => listInterviews({ learnerId, query, ...deps }),
      ),
    )
    .get(
      '/v1/calibration',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Compare how sure one was of the pattern with how often one was right',
          answer: calibrationSchema,
        },
        ({ learnerId }) => getCalibration({ learnerId, ...deps }),
      ),
    )
    .get(
      '/v1/interviews/:id',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read one interview',
          params: interviewParamSchema,
          answer: interviewSchema,
          problems: [404],
        },
        ({ learnerId, params: { id } }) => getInterview({ learnerId, id, ...deps }),
      ),
    )
    .get(
      '/v1/interviews/:id/exercise',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read what is asked, under names that give nothing away',
          params: interviewParamSchema,
          answer: interviewExerciseSchema,
          problems: [404],
        },
        ({ learnerId, params: { id } }) => getInterviewExercise({ learnerId, id, ...deps }),
      ),
    )
    .post(
      '/v1/interviews/:id/submissions',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Keep a submission for what is asked',
          description: 'As at a problem; the answer does not say which one it is.',
          params: interviewParamSchema,
          headers: idempotencyHeaderSchema,
          body: createSubmissionSchema,
          answer: interviewSubmittedSchema,
          status: 201,
          problems: [404, 422],
        },
        ({ learnerId, params: { id }, headers, body }) =>
          submitInInterview({ learnerId, id, body, idempotencyKey: headers['idempotency-key'], ...deps }),
      ),
    )
    .put(
      '/v1/interviews/:id/prediction',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Say which pattern it is and how sure one is, once',
          params: interviewParamSchema,
          body: predictSchema,
          answer: interviewSchema,
          problems: [404, 409],
        },
        ({ learnerId, params: { id }, body: prediction }) => predict({ learnerId, id, prediction, ...deps }),
      ),
    )
    .post(
      '/v1/interviews/:id/end',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'End an interview and see what was hidden; repeating it changes nothing',
          params: interviewParamSchema,
          body: endInterviewSchema,
          answer: interviewSchema,
          problems: [404],
        },
        ({ learnerId, params: { id }, body: { submission_id: submissionId } }) =>
          endInterview({ learnerId, id, submissionId, ...deps }),
      ),
    )
}
