import { setTimeout as delay } from 'node:timers/promises'
import { type Db, guardVectorBuilds, migrate, openPostgres } from '@codify/db'
import { loadSeeds } from '@codify/seeds'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { databaseUnreachable } from '../config/start-problems.ts'
import { isDatabaseFault } from '../shared/database-faults.ts'

/** Milliseconds before the next try: twice as long each time, up to the second. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 5_000

/** Changes the schema to what this version needs, and loads the catalogue. */
export async function prepareDatabase({ db, logger }: { db: Db; logger: Logger }): Promise<void> {
  await migrate(db)
  const oldVector = await guardVectorBuilds(db)
  if (oldVector !== undefined)
    logger.warn(
      { pgvector: oldVector },
      'pgvector before 0.8.2 has a known overflow in parallel HNSW builds (CVE-2026-3172): they are kept to one worker; upgrade it',
    )
  await loadSeeds(db)
}

/**
 * Prepares a PostgreSQL server as soon as it can be had: waits for one that is down, starting, read-only or busy, and
 * logs each reason once. `onWait` hears of the reason too.
 *
 * @throws {ConfigError} for what waiting does not mend, such as a wrong password or a database that does not exist
 */
export async function prepareServer({
  databaseUrl,
  logger,
  onWait,
}: {
  databaseUrl: string
  logger: Logger
  onWait: (reason: string) => void
}): Promise<void> {
  let told = ''
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await prepareOnce({ databaseUrl, logger })
    } catch (error) {
      if (!isDatabaseFault(error)) throw error
      const { message } = databaseUnreachable(error)
      if (message !== told) logger.warn(`${message}; waiting for it`)
      told = message
      onWait(message)
    }
    await delay(pause)
  }
}

async function prepareOnce({ databaseUrl, logger }: { databaseUrl: string; logger: Logger }): Promise<void> {
  // Changes of the schema and the seeds may take their time; requests may not.
  const { db, close } = openPostgres({ databaseUrl, poolSize: 2, statementTimeoutMs: 0 })
  try {
    await sql`select 1`.execute(db).catch((error: unknown) => {
      throw isDatabaseFault(error) ? error : databaseUnreachable(error)
    })
    await prepareDatabase({ db, logger })
  } finally {
    await close()
  }
}
