import type { Db } from '@codify/db'
import { Hono } from 'hono'
import { databaseUnavailable } from '../../shared/errors.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { readState } from './health.repository.ts'

/** A probe is answered before whoever asks gives up. */
const READY_WITHIN_MS = 2_500

/**
 * `/healthz`: this process is alive. `/readyz`: its database answers and is migrated; `read_only` while it takes no
 * changes, where reading still works.
 */
export function createHealthRoutes({ db }: { db: Db }) {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200))
    .get('/readyz', async (c) => {
      const state = await inTime(readState(db)).catch((cause: unknown) => {
        throw databaseUnavailable(cause)
      })
      if (!state.migrated) throw databaseUnavailable('not migrated')
      return c.json({ status: state.readOnly ? 'read_only' : 'ready' }, 200)
    })
}

async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the database is too slow')), READY_WITHIN_MS)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
