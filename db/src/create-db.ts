import path from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { lockDataFolder } from './lock-data-folder.ts'
import type { Tables } from './tables/index.ts'

export type Db = Kysely<Tables>

/** An open database: the query builder, the driver beneath it for what needs one, and how to close both. */
export type Database =
  | { kind: 'postgres'; db: Db; pool: pg.Pool; close: () => Promise<void> }
  | { kind: 'embedded'; db: Db; pglite: PGlite; close: () => Promise<void> }

const asText = (value: string) => value

/** int8 and date come back as text on both drivers; otherwise PGlite gives numbers and pg gives local midnights. */
export const pgliteParsers = { [types.INT8]: asText, [types.DATE]: asText }
const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === types.DATE ? asText : pg.types.getTypeParser(oid, format ?? 'text'),
}

/**
 * Opens the database: a PostgreSQL server when `databaseUrl` is given, else PGlite in `dataDir`/postgres, which only
 * one process may hold.
 *
 * @throws {DataFolderLockedError} when another process holds `dataDir`
 */
export async function openDatabase(options: {
  databaseUrl?: string | undefined
  dataDir: string
  poolSize?: number
  onError?: (error: Error) => void
}): Promise<Database> {
  return options.databaseUrl === undefined
    ? openEmbedded(options.dataDir)
    : openPostgres({ ...options, databaseUrl: options.databaseUrl })
}

/** A PostgreSQL server behind a pool of at most `poolSize` connections (10). */
export function openPostgres(options: {
  databaseUrl: string
  poolSize?: number
  onError?: (error: Error) => void
}): Database {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    // One statement never holds a connection for long: a stuck query fails and the request says so.
    statement_timeout: 15_000,
    types: pgTypes,
  })
  // Idle connections that the server ends are replaced on the next query; unhandled they would end the process.
  pool.on('error', options.onError ?? (() => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { kind: 'postgres', db, pool, close: () => db.destroy() }
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const unlock = lockDataFolder(dataDir)
  try {
    const pglite = await PGlite.create({
      dataDir: path.join(dataDir, 'postgres'),
      extensions: { vector },
      parsers: pgliteParsers,
    })
    return wrapPglite(pglite, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Kysely over a PGlite instance that is already open. */
export function wrapPglite(pglite: PGlite, afterClose: () => void = () => {}): Database {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  const close = async () => {
    await db.destroy()
    if (!pglite.closed) await pglite.close()
    afterClose()
  }
  return { kind: 'embedded', db, pglite, close }
}
