import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
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
  const { interviews, catalogue, clock, exercises, problems, submissions } = deps
  return new Hono<LearnerEnv>()
    .post(
      '/v1/interviews',
      describe({
        tag,
        summary: 'Start an interview about a problem not met or met long ago',
        description: 'One at a time: while one is open, it is the answer.',
        success: { status: 201, description: 'The interview', schema: interviewSchema },
        problems: [409],
        signedIn: true,
      }),
      requireLearner,
      validate('json', startInterviewSchema),
      async (c) => {
        const [{ minutes }, learnerId] = [c.req.valid('json'), c.get('learner').id]
        return c.json(await startInterview({ learnerId, minutes, interviews, clock }), 201)
      },
    )
    .get(
      '/v1/interviews',
      describe({
        tag,
        summary: "One's own interviews, newest first",
        success: { status: 200, description: 'One page', schema: interviewPageSchema },
        signedIn: true,
      }),
      requireLearner,
      validate('query', listInterviewsQuerySchema),
      async (c) => {
        const [query, learnerId] = [c.req.valid('query'), c.get('learner').id]
        return c.json(await listInterviews({ learnerId, query, interviews }), 200)
      },
    )
    .get(
      '/v1/calibration',
      describe({
        tag,
        summary: 'How sure one was of the pattern, against how often one was right',
        success: { status: 200, description: 'The calibration', schema: calibrationSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await getCalibration({ learnerId: c.get('learner').id, interviews }), 200),
    )
    .get(
      '/v1/interviews/:id',
      describe({
        tag,
        summary: 'One interview',
        success: { status: 200, description: 'The interview', schema: interviewSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', interviewParamSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await getInterview({ learnerId: c.get('learner').id, id, interviews }), 200)
      },
    )
    .get(
      '/v1/interviews/:id/exercise',
      describe({
        tag,
        summary: 'What is asked, under names that give nothing away',
        success: { status: 200, description: 'The exercise', schema: interviewExerciseSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', interviewParamSchema),
      async (c) => {
        const [{ id }, learnerId] = [c.req.valid('param'), c.get('learner').id]
        return c.json(await getInterviewExercise({ learnerId, id, interviews, exercises, problems }), 200)
      },
    )
    .post(
      '/v1/interviews/:id/submissions',
      describe({
        tag,
        summary: 'Keep a submission for what is asked',
        description: 'As at a problem; the answer does not say which one it is.',
        success: { status: 201, description: 'The submission', schema: interviewSubmittedSchema },
        problems: [404, 413, 422],
        signedIn: true,
      }),
      requireLearner,
      validate('param', interviewParamSchema),
      validate('header', idempotencyHeaderSchema),
      validate('json', createSubmissionSchema),
      async (c) => {
        const submitted = await submitInInterview({
          learnerId: c.get('learner').id,
          id: c.req.valid('param').id,
          body: c.req.valid('json'),
          idempotencyKey: c.req.valid('header')['idempotency-key'],
          interviews,
          submissions,
          problems,
          clock,
        })
        return c.json(submitted, 201)
      },
    )
    .put(
      '/v1/interviews/:id/prediction',
      describe({
        tag,
        summary: 'Say which pattern it is and how sure one is, once',
        success: { status: 200, description: 'The interview', schema: interviewSchema },
        problems: [404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', interviewParamSchema),
      validate('json', predictSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        const [prediction, learnerId] = [c.req.valid('json'), c.get('learner').id]
        return c.json(await predict({ learnerId, id, prediction, interviews, catalogue, clock }), 200)
      },
    )
    .post(
      '/v1/interviews/:id/end',
      describe({
        tag,
        summary: 'End an interview and see what was hidden; repeating it changes nothing',
        success: { status: 200, description: 'The interview', schema: interviewSchema },
        problems: [404, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', interviewParamSchema),
      validate('json', endInterviewSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        const [{ submission_id: submissionId }, learnerId] = [c.req.valid('json'), c.get('learner').id]
        return c.json(await endInterview({ learnerId, id, submissionId, interviews, clock }), 200)
      },
    )
}
