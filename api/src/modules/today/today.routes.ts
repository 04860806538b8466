import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import { undoSchema } from '../plans/plan-changes.schemas.ts'
import type { LifeDeps } from './change-plan.ts'
import {
  addItemSchema,
  cutSchema,
  itemActionParamSchema,
  todayQuerySchema,
  todaySchema,
} from './today.schemas.ts'
import { actOnItem, addItem, cutToday, getToday, undoChange } from './today.usecases.ts'

const tag = 'Today'
const success = { status: 200, description: 'The day as it now is', schema: todaySchema }

export function createTodayRoutes(deps: LifeDeps) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/today',
      describe({
        tag,
        summary: "The learner's day",
        description:
          'The first look of a new day brings the plan up to date by rule. With `minutes` it shows what would fit, and keeps nothing.',
        success,
        signedIn: true,
      }),
      requireLearner,
      validate('query', todayQuerySchema),
      async (c) =>
        c.json(
          await getToday({ learnerId: c.get('learner').id, minutes: c.req.valid('query').minutes, deps }),
          200,
        ),
    )
    .post(
      '/v1/today/cut',
      describe({ tag, summary: 'Shorten today', success, problems: [409], signedIn: true }),
      requireLearner,
      validate('json', cutSchema),
      async (c) =>
        c.json(
          await cutToday({ learnerId: c.get('learner').id, minutes: c.req.valid('json').minutes, deps }),
          200,
        ),
    )
    .post(
      '/v1/today/items/:item_id/:action',
      describe({
        tag,
        summary: 'Skip an item, swap it for another like it, or put it off',
        success,
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('param', itemActionParamSchema),
      async (c) => {
        const { item_id: itemId, action } = c.req.valid('param')
        return c.json(await actOnItem({ learnerId: c.get('learner').id, itemId, action, deps }), 200)
      },
    )
    .post(
      '/v1/plans/current/items',
      describe({
        tag: 'Plans',
        summary: 'Put a problem into the current plan',
        description:
          'On the day named, or where there is room. What gives way for it is listed; it can be undone.',
        success,
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('json', addItemSchema),
      async (c) =>
        c.json(await addItem({ learnerId: c.get('learner').id, item: c.req.valid('json'), deps }), 200),
    )
    .post(
      '/v1/plans/current/undo',
      describe({
        tag,
        summary: 'Undo the newest change of the plan',
        success,
        problems: [409],
        signedIn: true,
      }),
      requireLearner,
      validate('json', undoSchema),
      async (c) =>
        c.json(
          await undoChange({ learnerId: c.get('learner').id, revision: c.req.valid('json').revision, deps }),
          200,
        ),
    )
}
