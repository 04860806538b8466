import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Kysely } from 'kysely'
import pg from 'pg'
import { type Database, type Db, openPostgres, pgliteParsers, wrapPglite } from './create-db.ts'
import { createPgDialect, PgConnection, poolSource } from './pg-dialect.ts'
import { createStatementNames } from './statement-names.ts'
import type { Tables } from './tables/index.ts'

/** How a test reaches the prepared database of its run: a dump for PGlite, a template database for a server. */
export type TestTemplate =
  | { kind: 'embedded'; dumpFile: string }
  | {
      kind: 'postgres'
      serverUrl: string
      /** Through which the tests reach the server, when that is not `serverUrl`. */
      poolerUrl: string
      template: string
    }

/** Prepares a database once (schema, seeds) and keeps it for cloning. */
export async function createTemplate(options: {
  serverUrl?: string | undefined
  poolerUrl?: string | undefined
  dumpFile: string
  prepare: (db: Db) => Promise<void>
}): Promise<TestTemplate> {
  if (options.serverUrl === undefined) {
    const pglite = await PGlite.create({ extensions: { vector }, parsers: pgliteParsers })
    const database = wrapPglite(pglite)
    await options.prepare(database.db)
    const dump = await pglite.dumpDataDir('none')
    await fs.writeFile(options.dumpFile, Buffer.from(await dump.arrayBuffer()))
    await database.close()
    return { kind: 'embedded', dumpFile: options.dumpFile }
  }
  const template = `codify_template_${randomUUID().replaceAll('-', '')}`
  await onServer(options.serverUrl, `create database ${template}`)
  const database = openPostgres({ databaseUrl: databaseUrl(options.serverUrl, template), poolSize: 1 })
  await options.prepare(database.db)
  await database.close()
  const { serverUrl, poolerUrl = serverUrl } = options
  return { kind: 'postgres', serverUrl, poolerUrl, template }
}

export async function dropTemplate(template: TestTemplate): Promise<void> {
  if (template.kind === 'embedded') await fs.rm(template.dumpFile, { force: true })
  else await onServer(template.serverUrl, `drop database if exists ${template.template} with (force)`)
}

/** A database of one's own, cloned from the template; `close` also drops it. */
export async function cloneTemplate(template: TestTemplate): Promise<Database & { databaseUrl?: string }> {
  if (template.kind === 'embedded') {
    const dump = new Blob([await fs.readFile(template.dumpFile)])
    const pglite = await PGlite.create({ loadDataDir: dump, extensions: { vector }, parsers: pgliteParsers })
    return wrapPglite(pglite)
  }
  const { serverUrl, poolerUrl } = template
  const name = `codify_test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name} template ${template.template}`)
  const url = databaseUrl(poolerUrl, name)
  const database = openPostgres({ databaseUrl: url })
  return {
    ...database,
    databaseUrl: url,
    close: async () => {
      await database.close()
      await onServer(serverUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/** An empty database on a server; `drop` ends it. */
export async function createEmptyDatabase(
  serverUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `codify_test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name}`)
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export type Statement = { sql: string; parameters: readonly unknown[] }

/** The same database through a query builder that keeps what it sends. */
export function createRecordingDb(database: Database): { db: Db; statements: Statement[] } {
  if (database.kind !== 'postgres') throw new Error('Statements of a server are recorded.')
  const statements: Statement[] = []
  const names = createStatementNames()
  const source = poolSource({ pool: database.pool, wrap: (client) => new PgConnection({ client, names }) })
  const db = new Kysely<Tables>({
    dialect: createPgDialect(source),
    log: ({ query: { sql, parameters } }) => void statements.push({ sql, parameters }),
  })
  return { db, statements }
}
