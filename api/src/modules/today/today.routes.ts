import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { LifeDeps } from '../plans/changes/change-plan.ts'
import { undoSchema } from '../plans/changes/plan-changes.schemas.ts'
import {
  addItemSchema,
  cutSchema,
  itemActionParamSchema,
  todayQuerySchema,
  todaySchema,
} from './today.schemas.ts'
import { actOnItem, addItem, cutToday, getToday, undoChange } from './today.usecases.ts'

/** Every route answers the day as it now is. */
const today = { tag: 'Today', answer: todaySchema }

export function createTodayRoutes(deps: LifeDeps) {
  return new Hono<AppEnv>()
    .get(
      '/v1/today',
      learnerRoute(
        {
          scope: 'plan:read',
          ...today,
          summary: "Read the learner's day",
          description:
            'The first look of a new day brings the plan up to date by rule. With `minutes` it shows what would fit, and keeps nothing.',
          query: todayQuerySchema,
        },
        ({ learnerId, query: { minutes } }) => getToday({ learnerId, minutes, deps }),
      ),
    )
    .post(
      '/v1/today/cut',
      learnerRoute(
        { scope: 'plan:write', ...today, summary: 'Shorten today', body: cutSchema, problems: [409] },
        ({ learnerId, body: { minutes } }) => cutToday({ learnerId, minutes, deps }),
      ),
    )
    .post(
      '/v1/today/items/:item_id/:action',
      learnerRoute(
        {
          scope: 'plan:write',
          ...today,
          summary: 'Skip an item, swap it for another like it, or put it off',
          params: itemActionParamSchema,
          problems: [404, 409],
        },
        ({ learnerId, params: { item_id: itemId, action } }) =>
          actOnItem({ learnerId, itemId, action, deps }),
      ),
    )
    .post(
      '/v1/plans/current/items',
      learnerRoute(
        {
          scope: 'plan:write',
          ...today,
          tag: 'Plans',
          summary: 'Put a problem into the current plan',
          description:
            'On the day named, or where there is room. What gives way for it is listed; it can be undone.',
          body: addItemSchema,
          problems: [404, 409],
        },
        ({ learnerId, body: item }) => addItem({ learnerId, item, deps }),
      ),
    )
    .post(
      '/v1/plans/current/undo',
      learnerRoute(
        {
          scope: 'plan:write',
          ...today,
          summary: 'Undo the newest change of the plan',
          body: undoSchema,
          problems: [409],
        },
        ({ learnerId, body: { revision } }) => undoChange({ learnerId, revision, deps }),
      ),
    )
}
