import { Hono } from 'hono'
import { z } from 'zod'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import { planParamSchema } from '../plans/plans.schemas.ts'
import { toAnki } from './anki.ts'
import { type DownloadsDeps, downloadPlan } from './downloads.usecases.ts'

const file = (name: string, contentType: string) => ({
  'content-type': `${contentType}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

export function createDownloadsRoutes(deps: DownloadsDeps) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/plans/:id/markdown',
      describe({
        tag: 'Plans',
        summary: 'One plan as Markdown',
        success: {
          status: 200,
          description: 'A file with a task a problem',
          schema: z.string(),
          contentType: 'text/markdown',
        },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', planParamSchema),
      async (c) => {
        const planId = c.req.valid('param').id
        const text = await downloadPlan({ learnerId: c.get('learner').id, planId, ...deps })
        return c.body(text, 200, file('codify-plan.md', 'text/markdown'))
      },
    )
    .get(
      '/v1/me/anki',
      describe({
        tag: 'Me',
        summary: 'Every problem met as a card for Anki',
        success: {
          status: 200,
          description: 'A tab-separated file with the headers that Anki reads',
          schema: z.string(),
          contentType: 'text/tab-separated-values',
        },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        const cards = await deps.downloads.readCards({ learnerId: c.get('learner').id })
        return c.body(toAnki(cards), 200, file('codify-anki.tsv', 'text/tab-separated-values'))
      },
    )
}
