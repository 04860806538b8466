import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
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
  return new Hono<AppEnv>()
    .post(
      '/v1/me/history',
      learnerRoute(
        {
          tag,
          summary: 'Save a pasted list of solved problems as attempts',
          description:
            'Every line is answered once: as an attempt (matched), as left out, or as not understood. With dry_run nothing is saved. The same list sent twice counts once.',
          body: historyInputSchema,
          answer: historySchema,
        },
        ({ learnerId, body: input }) => pasteHistory({ learnerId, input, ...deps }),
      ),
    )
    .get(
      '/v1/me/history',
      learnerRoute(
        {
          tag,
          summary: 'List pasted histories that can be taken back, newest first',
          answer: pasteListSchema,
        },
        ({ learnerId }) => listPastes({ learnerId, ...deps }),
      ),
    )
    .delete(
      '/v1/me/history/:paste_id',
      learnerRoute(
        {
          tag,
          summary: 'Take a pasted history back, within a day of the paste',
          description: 'Its attempts stay with the moment they were taken back, and count nowhere.',
          params: pasteParamSchema,
          answer: pasteTakenBackSchema,
          problems: [404, 409],
        },
        ({ learnerId, params }) => takePasteBack({ learnerId, pasteId: params.paste_id, ...deps }),
      ),
    )
}
