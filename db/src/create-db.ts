import path from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Kysely, type LogConfig, PGliteDialect } from 'kysely'
import pg from 'pg'
import { guardDiskSpace } from './guard-disk-space.ts'
import { limitSource } from './limit-source.ts'
import { lockDataFolder } from './lock-data-folder.ts'
import { type ConnectionSource, createPgDialect, PgConnection, poolSource } from './pg-dialect.ts'
import { replicaSource } from './replica.ts'
import { createStatementNames } from './statement-names.ts'
import type { Tables } from './tables/index.ts'

export type Db = Kysely<Tables>

/**
 * An open database: the query builder, the driver beneath it for what needs one, and how to close both. `readDb` may
 * lag a moment behind `db`: it is for what nobody has just written themselves. `workDb` is `db` for work in the
 * background: a third of the connections at most, so that requests always find others.
 */
export type Database =
  | { kind: 'postgres'; db: Db; readDb: Db; workDb: Db; pool: pg.Pool; close: () => Promise<void> }
  | { kind: 'embedded'; db: Db; readDb: Db; workDb: Db; pglite: PGlite; close: () => Promise<void> }

/** A statement that has been carried out, or was refused; its values are not in it. */
export type QueryEvent = { sql: string; milliseconds: number; failed: boolean }
type OnQuery = ((event: QueryEvent) => void) | undefined

type EmbeddedDatabase = Extract<Database, { kind: 'embedded' }>

const asText = (value: string) => value

/** int8 and date come back as text on both drivers; otherwise PGlite gives numbers and pg gives local midnights. */
export const pgliteParsers = { [types.INT8]: asText, [types.DATE]: asText }
const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === types.DATE ? asText : pg.types.getTypeParser(oid, format ?? 'text'),
}

/** Grace for a server to report its own timeout. */
const ANSWER_MS = 500

type ServerOptions = {
  databaseUrl: string
  /** A replica, for reads that may lag. */
  readUrl?: string | undefined
  poolSize?: number
  /** How long to wait for a connection. */
  connectTimeoutMs?: number
  /** 0 lets a statement take any time. What is given is held to on this side too, should the server not answer. */
  statementTimeoutMs?: number
  onError?: (error: Error) => void
  onQuery?: OnQuery
}

/**
 * Opens the database: a PostgreSQL server when `databaseUrl` is given, else PGlite in `dataDir`/postgres, which only
 * one process may hold.
 *
 * @throws {DataFolderLockedError} when another process holds `dataDir`
 */
export async function openDatabase({
  databaseUrl,
  dataDir,
  ...options
}: Omit<ServerOptions, 'databaseUrl'> & {
  databaseUrl?: string | undefined
  dataDir: string
}): Promise<Database> {
  return databaseUrl === undefined
    ? openEmbedded({ dataDir, ...options })
    : openPostgres({ ...options, databaseUrl })
}

/** A PostgreSQL server behind a pool of at most `poolSize` connections (10). */
export function openPostgres(options: ServerOptions): Database {
  const { databaseUrl, readUrl, poolSize = 10, onQuery, onError = () => {} } = options
  const { connectTimeoutMs = 5_000, statementTimeoutMs } = options
  const names = createStatementNames()
  const pool = openPool({
    url: databaseUrl,
    poolSize,
    connectWithinMs: connectTimeoutMs,
    statementTimeoutMs,
    onError,
  })
  const primary = poolSource({ pool, wrap: (client) => new PgConnection({ client, names }) })
  const db = over(primary, onQuery)
  const workDb = over(limitSource(primary, Math.max(1, Math.floor(poolSize / 3))), onQuery)
  if (readUrl === undefined)
    return { kind: 'postgres', db, readDb: db, workDb, pool, close: () => db.destroy() }

  const replica = openPool({ url: readUrl, poolSize, connectWithinMs: 1_000, statementTimeoutMs, onError })
  const readDb = over(replicaSource({ replica, names: createStatementNames(), primary, onError }), onQuery)
  const close = async () => {
    await readDb.destroy()
    // Kysely closes what it used; a replica that nobody read from is open all the same.
    if (!replica.ended) await replica.end()
    await db.destroy()
  }
  return { kind: 'postgres', db, readDb, workDb, pool, close }
}

function over(source: ConnectionSource, onQuery: OnQuery): Db {
  return new Kysely<Tables>({ dialect: createPgDialect(source), log: logTo(onQuery) })
}

function openPool(options: {
  url: string
  poolSize: number
  connectWithinMs: number
  statementTimeoutMs: number | undefined
  onError: (error: Error) => void
}): pg.Pool {
  const { statementTimeoutMs } = options
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.connectWithinMs,
    // One statement never holds a connection for long: a stuck query fails and the request says so.
    statement_timeout: statementTimeoutMs ?? 15_000,
    ...(statementTimeoutMs ? { query_timeout: statementTimeoutMs + ANSWER_MS } : {}),
    // A way that died without a word is noticed on idle connections too.
    keepAlive: true,
    types: pgTypes,
  })
  // Idle connections that the server ends are replaced on the next query; unhandled they would end the process.
  pool.on('error', options.onError)
  return pool
}

async function openEmbedded({
  dataDir,
  onQuery,
  onError = () => {},
}: Pick<ServerOptions, 'onQuery' | 'onError'> & { dataDir: string }): Promise<Database> {
  const unlock = lockDataFolder(dataDir)
  try {
    const folder = path.join(dataDir, 'postgres')
    const database = await openDataFolder(folder, { afterClose: unlock, onQuery })
    const stopGuard = guardDiskSpace({ pglite: database.pglite, folder, onError })
    const close = async () => {
      await stopGuard()
      await database.close()
    }
    return { ...database, close }
  } catch (error) {
    unlock()
    throw error
  }
}

/** PGlite in `folder`, made when there is none. The caller holds the lock. */
export async function openDataFolder(
  folder: string,
  options: { afterClose?: () => void; onQuery?: OnQuery } = {},
): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create({ dataDir: folder, extensions: { vector }, parsers: pgliteParsers })
  return wrapPglite(pglite, options)
}

/** Kysely over a PGlite instance that is already open. */
export function wrapPglite(
  pglite: PGlite,
  { afterClose, onQuery }: { afterClose?: () => void; onQuery?: OnQuery } = {},
): EmbeddedDatabase {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), log: logTo(onQuery) })
  const close = async () => {
    await db.destroy()
    if (!pglite.closed) await pglite.close()
    afterClose?.()
  }
  return { kind: 'embedded', db, readDb: db, workDb: db, pglite, close }
}

function logTo(onQuery: OnQuery): LogConfig {
  if (!onQuery) return []
  return ({ level, query, queryDurationMillis }) =>
    onQuery({ sql: query.sql, milliseconds: queryDurationMillis, failed: level === 'error' })
}
