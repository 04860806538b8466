import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
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
  return new Hono<AppEnv>()
    .get(
      '/v1/own-problems',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'List the problems one added for oneself, newest first',
          query: listOwnProblemsQuerySchema,
          answer: problemPageSchema,
        },
        ({ learnerId, query: { limit, cursor } }) => listOwnProblems({ learnerId, limit, cursor, ...deps }),
      ),
    )
    .post(
      '/v1/own-problems',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Add a problem of one’s own by link and title',
          description: 'Nobody else ever sees it. It is practised and planned like those of the catalogue.',
          body: ownProblemInputSchema,
          answer: problemSchema,
          status: 201,
          problems: [409],
        },
        ({ learnerId, body: problem }) => addOwnProblem({ learnerId, problem, ...deps }),
      ),
    )
    .patch(
      '/v1/own-problems/:id',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Change a problem of one’s own',
          params: ownProblemParamSchema,
          body: changeOwnProblemSchema,
          answer: problemSchema,
          problems: [404, 409],
        },
        ({ learnerId, params: { id }, body: change }) => changeOwnProblem({ learnerId, id, change, ...deps }),
      ),
    )
    .delete(
      '/v1/own-problems/:id',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Delete a problem of one’s own',
          description: 'One that was practised or planned leaves every list and stays in the history.',
          params: ownProblemParamSchema,
          problems: [404],
        },
        async ({ learnerId, params: { id } }) => {
          await deleteOwnProblem({ learnerId, id, ...deps })
          return undefined
        },
      ),
    )
}
