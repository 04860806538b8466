import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import { problemPageSchema, problemSchema } from '../problems/problems.schemas.ts'
import {
  changeOwnProblemSchema,
  listOwnProblemsQuerySchema,
  ownProblemInputSchema,
  ownProblemParamSchema,
} from './own-problems.schemas.ts'
import {
  addOwnProblem,
  changeOwnProblem,
  deleteOwnProblem,
  listOwnProblems,
  type OwnProblemsDeps,
} from './own-problems.usecases.ts'

const tag = 'Own problems'

export function createOwnProblemsRoutes(deps: OwnProblemsDeps) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/own-problems',
      describe({
        tag,
        summary: 'The problems one added for oneself, newest first',
        success: { status: 200, description: 'One page', schema: problemPageSchema },
        signedIn: true,
      }),
      requireLearner,
      validate('query', listOwnProblemsQuerySchema),
      async (c) => {
        const { limit, cursor } = c.req.valid('query')
        return c.json(await listOwnProblems({ learnerId: c.get('learner').id, limit, cursor, ...deps }), 200)
      },
    )
    .post(
      '/v1/own-problems',
      describe({
        tag,
        summary: 'Add a problem of one’s own by link and title',
        description: 'Nobody else ever sees it. It is practised and planned like those of the catalogue.',
        success: { status: 201, description: 'The problem', schema: problemSchema },
        problems: [409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('json', ownProblemInputSchema),
      async (c) => {
        const problem = c.req.valid('json')
        return c.json(await addOwnProblem({ learnerId: c.get('learner').id, problem, ...deps }), 201)
      },
    )
    .patch(
      '/v1/own-problems/:id',
      describe({
        tag,
        summary: 'Change a problem of one’s own',
        success: { status: 200, description: 'The problem', schema: problemSchema },
        problems: [404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', ownProblemParamSchema),
      validate('json', changeOwnProblemSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        return c.json(await changeOwnProblem({ learnerId: c.get('learner').id, id, change, ...deps }), 200)
      },
    )
    .delete(
      '/v1/own-problems/:id',
      describe({
        tag,
        summary: 'Delete a problem of one’s own',
        description: 'One that was practised or planned leaves every list and stays in the history.',
        success: { status: 204, description: 'Deleted' },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', ownProblemParamSchema),
      async (c) => {
        await deleteOwnProblem({ learnerId: c.get('learner').id, id: c.req.valid('param').id, ...deps })
        return c.body(null, 204)
      },
    )
}
