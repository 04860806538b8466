import { Hono } from 'hono'
import { databaseAwaited } from '../shared/errors.ts'
import type { AppEnv } from '../shared/request-env.ts'
import { problemResponse } from './error-handler.ts'
import { requestId } from './request-id.ts'
import { securityHeaders } from './security-headers.ts'

/** Answers until the database is prepared: this process is alive, and everything else has to wait for `reason()`. */
export function createStartingApp({
  isHttps,
  reason,
}: {
  isHttps: boolean
  reason: () => string
}): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(requestId)
    .use(securityHeaders({ isHttps }))
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200))
    .all('*', (c) => problemResponse(c, databaseAwaited(reason())))
}
