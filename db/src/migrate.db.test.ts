import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { NO_MIGRATIONS } from 'kysely/migration'
import { describe, expect, inject, test } from 'vitest'
import { openPostgres } from './create-db.ts'
import { createMigrator, isMigrated, migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { useTestDatabase } from './test-database.ts'

const names = Object.keys(migrations)
const template = inject('template')
const context = useTestDatabase()

async function shapeOf() {
  const { rows } = await sql`
    select table_name, column_name, data_type, column_default from information_schema.columns
    where table_schema = 'public' order by 1, 2`.execute(context.database.db)
  const indexes =
    await sql`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`.execute(
      context.database.db,
    )
  return { columns: rows, indexes: indexes.rows }
}

test('a migrated database is left as it is', async () => {
  expect(await isMigrated(context.database.db)).toBe(true)
  expect(await migrate(context.database.db)).toEqual([])
})

test('down to nothing and up again gives the same schema', async () => {
  const { db } = context.database
  const before = await shapeOf()
  const { error } = await createMigrator(db).migrateTo(NO_MIGRATIONS)
  expect(error).toBeUndefined()
  expect(await isMigrated(db)).toBe(false)
  const tables = await db.introspection.getTables()
  expect(tables.map((table) => table.name)).toEqual([])
  expect(await migrate(db)).toEqual(names)
  expect(await shapeOf()).toEqual(before)
})

test('each step goes down and up by itself', async () => {
  const { db } = context.database
  for (const _ of names) expect((await createMigrator(db).migrateDown()).error).toBeUndefined()
  for (const name of names)
    expect((await createMigrator(db).migrateUp()).results).toMatchObject([{ migrationName: name }])
  expect(await isMigrated(db)).toBe(true)
})

describe.runIf(template.kind === 'postgres')('on a server', () => {
  test('five replicas that start at once on an empty database migrate it once', async () => {
    const serverUrl = template.kind === 'postgres' ? template.serverUrl : ''
    const name = `codify_test_${randomUUID().replaceAll('-', '')}`
    const server = openPostgres({ databaseUrl: serverUrl, poolSize: 1 })
    await sql`create database ${sql.id(name)}`.execute(server.db)
    const url = new URL(template.kind === 'postgres' ? template.poolerUrl : '')
    url.pathname = `/${name}`
    const replicas = Array.from({ length: 5 }, () => openPostgres({ databaseUrl: url.href, poolSize: 2 }))
    try {
      const ran = await Promise.all(replicas.map((replica) => migrate(replica.db)))
      expect(ran.flat()).toEqual(names)
      expect(await Promise.all(replicas.map((replica) => isMigrated(replica.db)))).toEqual(
        Array(5).fill(true),
      )
    } finally {
      await Promise.all(replicas.map((replica) => replica.close()))
      await sql`drop database ${sql.id(name)} with (force)`.execute(server.db)
      await server.close()
    }
  })

  test('the profiles have their HNSW index', async () => {
    const { indexes } = await shapeOf()
    expect(JSON.stringify(indexes)).toMatch(/using hnsw .*halfvec_cosine_ops/i)
  })
})
