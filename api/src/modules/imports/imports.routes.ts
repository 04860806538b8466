import { Hono } from 'hono'
import { bodyNotJson, bodyTooLarge } from '../../shared/errors.ts'
import { createGate } from '../../shared/gate.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { JSON_TYPE } from '../../shared/validate.ts'
import type { RateLimiter } from '../rate-limits/rate-limiter.ts'
import { tooManyRequests } from '../rate-limits/rate-limits.errors.ts'
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

  return new Hono<AppEnv>().post(
    '/v1/me/import',
    learnerRoute(
      {
        tag: 'Me',
        summary: 'Read an export into an empty account, all of it or nothing',
        description:
          'The body is the file of GET /v1/me/export (see LearnerExport), up to 20 MB, not compressed. Ids are made anew. Upvotes count again, one for each problem; comments are visible to the learner alone.',
        upload: importFileSchema,
        answer: importedSchema,
        problems: [408, 409, 415, 503],
      },
      async ({ learner, learnerId }, { req }) => {
        const wait = await limiter(learnerId)
        if (wait > 0) throw tooManyRequests(wait)
        // Before the body is read: most refusals come from here.
        if (!JSON_TYPE.test(req.header('content-type') ?? '') || req.header('content-encoding') !== undefined)
          throw bodyNotJson()
        if (Number(req.header('content-length') ?? 0) > IMPORT_MAX_BYTES) throw bodyTooLarge(IMPORT_MAX_BYTES)
        await deps.imports.refuseFull({ learnerId })
        if (uploads === UPLOADS_MAX) throw importBusy()
        uploads += 1
        try {
          const bytes = await readUpload(req.raw.body)
          return await gate.enter(() => importFile({ learner, bytes, ...deps }))
        } finally {
          uploads -= 1
        }
      },
    ),
  )
}
