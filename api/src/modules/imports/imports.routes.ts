import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { limitLearner } from '../../app/rate-limit.ts'
import { bodyTooLarge } from '../../shared/errors.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { RateLimiter } from '../rate-limits/rate-limiter.ts'
import { IMPORT_MAX_BYTES, importedSchema, importFileSchema } from './imports.schemas.ts'
import { type ImportsDeps, importFile } from './imports.usecases.ts'

/** Reading twenty megabytes is work; nobody does it in earnest more often. */
export const IMPORTS_PER_MINUTE = 6

export function createImportsRoutes({ limiter, ...deps }: ImportsDeps & { limiter: RateLimiter }) {
  return new Hono<LearnerEnv>().post(
    '/v1/me/import',
    describe({
      tag: 'Me',
      summary: 'Read an export into an empty account, all of it or nothing',
      description:
        'The body is the file of GET /v1/me/export (see LearnerExport), up to 20 MB. Ids are made anew; comments are one’s own again, upvotes count again.',
      success: { status: 200, description: 'How much of what was taken over', schema: importedSchema },
      problems: [409, 413],
      signedIn: true,
    }),
    requireLearner,
    limitLearner(limiter),
    // Before the body is read: most refusals come from here.
    createMiddleware<LearnerEnv>(async (c, next) => {
      await deps.imports.refuseFull({ learnerId: c.get('learner').id })
      await next()
    }),
    bodyLimit({
      maxSize: IMPORT_MAX_BYTES,
      onError: () => {
        throw bodyTooLarge(IMPORT_MAX_BYTES)
      },
    }),
    validate('json', importFileSchema),
    async (c) =>
      c.json(await importFile({ learner: c.get('learner'), file: c.req.valid('json'), ...deps }), 200),
  )
}
