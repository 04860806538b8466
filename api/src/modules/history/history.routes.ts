import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import {
  historyInputSchema,
  historySchema,
  pasteListSchema,
  pasteParamSchema,
  pasteTakenBackSchema,
} from './history.schemas.ts'
import { type HistoryDeps, listPastes, pasteHistory, takePasteBack } from './history.usecases.ts'

const tag = 'Me'

export function createHistoryRoutes(deps: HistoryDeps) {
  return new Hono<LearnerEnv>()
    .post(
      '/v1/me/history',
      describe({
        tag,
        summary: 'Save a pasted list of solved problems as attempts',
        description:
          'Every line is answered once: as an attempt (matched), as left out, or as not understood. With dry_run nothing is saved. The same list sent twice counts once.',
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
    .get(
      '/v1/me/history',
      describe({
        tag,
        summary: 'List pasted histories that can be taken back, newest first',
        success: { status: 200, description: 'Those of the last day', schema: pasteListSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await listPastes({ learnerId: c.get('learner').id, ...deps }), 200),
    )
    .delete(
      '/v1/me/history/:paste_id',
      describe({
        tag,
        summary: 'Take a pasted history back, within a day of the paste',
        description: 'Its attempts stay with the moment they were taken back, and count nowhere.',
        success: { status: 200, description: 'How many attempts it were', schema: pasteTakenBackSchema },
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('param', pasteParamSchema),
      async (c) => {
        const pasteId = c.req.valid('param').paste_id
        return c.json(await takePasteBack({ learnerId: c.get('learner').id, pasteId, ...deps }), 200)
      },
    )
}
