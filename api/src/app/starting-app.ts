import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { databaseAwaited } from '../shared/errors.ts'
import type { AppEnv } from '../shared/request-env.ts'
import { problemResponse } from './error-handler.ts'

/** Answers until the database is prepared: this process is alive, and everything else has to wait for `reason()`. */
export function createStartingApp({ reason }: { reason: () => string }): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(requestId({ limitLength: 64 }))
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200))
    .all('*', (c) => problemResponse(c, databaseAwaited(reason())))
}
