import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { limitLearner } from '../../app/rate-limit.ts'
import { bodyNotJson, bodyTooLarge } from '../../shared/errors.ts'
import { createGate } from '../../shared/gate.ts'
import { describe } from '../../shared/openapi.ts'
import { describePart, JSON_TYPE } from '../../shared/validate.ts'
import type { RateLimiter } from '../rate-limits/rate-limiter.ts'
import { importBusy } from './imports.errors.ts'
import { IMPORT_MAX_BYTES, importedSchema, importFileSchema } from './imports.schemas.ts'
import { type ImportsDeps, importFile } from './imports.usecases.ts'
import { readUpload } from './read-upload.ts'

/** Reading twenty megabytes is work; nobody does it in earnest more often. */
export const IMPORTS_PER_MINUTE = 6
/** Files that arrive or wait at once: each takes its size of memory. */
const UPLOADS_MAX = 3

export function createImportsRoutes({ limiter, ...deps }: ImportsDeps & { limiter: RateLimiter }) {
  // One file is checked and written at a time, so that the others cost no more than their bytes.
  const gate = createGate(1)
  let uploads = 0

  return new Hono<LearnerEnv>().post(
    '/v1/me/import',
    describe({
      tag: 'Me',
      summary: 'Read an export into an empty account, all of it or nothing',
      description:
        'The body is the file of GET /v1/me/export (see LearnerExport), up to 20 MB, not compressed. Ids are made anew. Upvotes count again, one for each problem; comments are visible to the learner alone.',
      success: { status: 200, description: 'How much of what was taken over', schema: importedSchema },
      problems: [408, 409, 413, 415, 503],
      signedIn: true,
    }),
    requireLearner,
    limitLearner(limiter),
    // Before the body is read: most refusals come from here.
    createMiddleware<LearnerEnv>(async (c, next) => {
      const { req } = c
      if (!JSON_TYPE.test(req.header('content-type') ?? '') || req.header('content-encoding') !== undefined)
        throw bodyNotJson()
      if (Number(req.header('content-length') ?? 0) > IMPORT_MAX_BYTES) throw bodyTooLarge(IMPORT_MAX_BYTES)
      await deps.imports.refuseFull({ learnerId: c.get('learner').id })
      await next()
    }),
    describePart(
      createMiddleware<LearnerEnv>(async (_, next) => {
        if (uploads === UPLOADS_MAX) throw importBusy()
        uploads += 1
        try {
          await next()
        } finally {
          uploads -= 1
        }
      }),
      { target: 'json', schema: importFileSchema },
    ),
    async (c) => {
      const bytes = await readUpload(c.req.raw.body)
      return c.json(await gate.enter(() => importFile({ learner: c.get('learner'), bytes, ...deps })), 200)
    },
  )
}
