import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { LifeDeps } from '../today/change-plan.ts'
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

export function createBreaksRoutes({ breaks, life }: { breaks: BreaksRepository; life: LifeDeps }) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/breaks',
      describe({
        tag,
        summary: 'Days off, the latest first',
        success: { status: 200, description: 'The breaks', schema: breakListSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json({ items: await breaks.list({ learnerId: c.get('learner').id }) }, 200),
    )
    .post(
      '/v1/breaks',
      describe({
        tag,
        summary: 'Take days off; the plan makes room at once',
        success: { status: 201, description: 'The break, and what moved', schema: createdBreakSchema },
        problems: [409],
        signedIn: true,
      }),
      requireLearner,
      validate('json', createBreakSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        return c.json(await addBreak({ learnerId, body: c.req.valid('json'), breaks, deps: life }), 201)
      },
    )
    .delete(
      '/v1/breaks/:id',
      describe({
        tag,
        summary: 'Take days off back',
        success: { status: 200, description: 'What moved', schema: deletedBreakSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', breakParamSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        return c.json(await removeBreak({ learnerId, id: c.req.valid('param').id, breaks, deps: life }), 200)
      },
    )
}
