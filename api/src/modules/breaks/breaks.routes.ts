import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { LifeDeps } from '../plans/changes/change-plan.ts'
import type { BreaksRepository } from './breaks.repository.ts'
import {
  breakListSchema,
  breakParamSchema,
  createBreakSchema,
  createdBreakSchema,
  deletedBreakSchema,
} from './breaks.schemas.ts'
import { addBreak, removeBreak } from './breaks.usecases.ts'

const tag = 'Breaks'

export function createBreaksRoutes({ breaks, life: deps }: { breaks: BreaksRepository; life: LifeDeps }) {
  return new Hono<AppEnv>()
    .get(
      '/v1/breaks',
      learnerRoute(
        { scope: 'plan:read', tag, summary: 'Days off, the latest first', answer: breakListSchema },
        async ({ learnerId }) => ({ items: await breaks.list({ learnerId }) }),
      ),
    )
    .post(
      '/v1/breaks',
      learnerRoute(
        {
          scope: 'plan:write',
          tag,
          summary: 'Take days off; the plan makes room at once',
          body: createBreakSchema,
          answer: createdBreakSchema,
          status: 201,
          problems: [409],
        },
        ({ learnerId, body }) => addBreak({ learnerId, body, breaks, deps }),
      ),
    )
    .delete(
      '/v1/breaks/:id',
      learnerRoute(
        {
          scope: 'plan:write',
          tag,
          summary: 'Take days off back',
          params: breakParamSchema,
          answer: deletedBreakSchema,
          problems: [404],
        },
        ({ learnerId, params: { id } }) => removeBreak({ learnerId, id, breaks, deps }),
      ),
    )
}
