import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { planParamSchema } from '../plans/plans.schemas.ts'
import { toAnki } from './anki.ts'
import { type DownloadsDeps, downloadPlan } from './downloads.usecases.ts'

const file = (name: string, contentType: string) => ({
  'content-type': `${contentType}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

export function createDownloadsRoutes(deps: DownloadsDeps) {
  return new Hono<AppEnv>()
    .get(
      '/v1/plans/:id/markdown',
      learnerRoute(
        {
          scope: 'plan:read',
          tag: 'Plans',
          summary: 'Download one plan as Markdown',
          params: planParamSchema,
          others: {
            200: { description: 'A task a problem', contentType: 'text/markdown', schema: z.string() },
          },
          problems: [404],
        },
        async ({ learnerId, params }, c) => {
          const text = await downloadPlan({ learnerId, planId: params.id, ...deps })
          return c.body(text, 200, file('codify-plan.md', 'text/markdown'))
        },
      ),
    )
    .get(
      '/v1/me/anki',
      learnerRoute(
        {
          tag: 'Me',
          summary: 'Download a card for Anki for every problem met',
          others: {
            200: {
              description: 'Tab-separated, with the headers that Anki reads',
              contentType: 'text/tab-separated-values',
              schema: z.string(),
            },
          },
        },
        async ({ learnerId }, c) => {
          const cards = await deps.downloads.readCards({ learnerId })
          return c.body(toAnki(cards), 200, file('codify-anki.tsv', 'text/tab-separated-values'))
        },
      ),
    )
}
