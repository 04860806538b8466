import { type Db, isMigrated } from '@codify/db'
import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { databaseUnavailable } from '../../shared/errors.ts'

/** `/healthz`: this process is alive. `/readyz`: its database answers and is migrated. */
export function createHealthRoutes({ db }: { db: Db }) {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200))
    .get('/readyz', async (c) => {
      const migrated = await isMigrated(db).catch((cause: unknown) => {
        throw databaseUnavailable(cause)
      })
      if (!migrated) throw databaseUnavailable('not migrated')
      return c.json({ status: 'ready' }, 200)
    })
}
