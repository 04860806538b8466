import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { InterviewsRepository } from './interviews.repository.ts'
import {
  calibrationSchema,
  endInterviewSchema,
  interviewPageSchema,
  interviewParamSchema,
  interviewSchema,
  listInterviewsQuerySchema,
  predictSchema,
  startInterviewSchema,
} from './interviews.schemas.ts'
import {
  endInterview,
  getCalibration,
  getInterview,
  listInterviews,
  predict,
  startInterview,
} from './interviews.usecases.ts'

const tag = 'Interviews'

export function createInterviewsRoutes(deps: {
  interviews: InterviewsRepository
  catalogue: CatalogueCache
  clock: Clock
}) {
  const { interviews, catalogue, clock } = deps
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
