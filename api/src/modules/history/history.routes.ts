import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import { historyInputSchema, historySchema } from './history.schemas.ts'
import { type HistoryDeps, pasteHistory } from './history.usecases.ts'

export function createHistoryRoutes(deps: HistoryDeps) {
  return new Hono<LearnerEnv>().post(
    '/v1/me/history',
    describe({
      tag: 'Me',
      summary: 'Save a pasted list of solved problems as attempts',
      description:
        'Slugs, links, numbers or titles, a line each, or CSV. With dry_run nothing is saved. The same list sent twice counts once.',
      success: { status: 200, description: 'What was read, line by line', schema: historySchema },
      problems: [413],
      signedIn: true,
    }),
    requireLearner,
    validate('json', historyInputSchema),
    async (c) =>
      c.json(
        await pasteHistory({ learnerId: c.get('learner').id, input: c.req.valid('json'), ...deps }),
        200,
      ),
  )
}
