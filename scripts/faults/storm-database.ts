import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, migrate, openPostgres } from '../../db/src/index.ts'
import { loadSeeds } from '../../seeds/src/index.ts'

export type StormDatabase = {
  db: Db
  name: string
  /** For the application: as a role without special rights, where one could be made. */
  url: string
  /** The same through a port of this machine. */
  urlThrough: (port: number) => string
  /** True if connections of the application's role are limited. */
  isLimited: boolean
  server: { host: string; port: number }
  drop: () => Promise<void>
}

/** A database of the storm's own on the server, and a role that owns it. */
export async function createStormDatabase(serverUrl: string): Promise<StormDatabase> {
  const given = new URL(serverUrl)
  const name = `codify_faults_${randomUUID().slice(0, 8)}`
  const password = randomBytes(12).toString('hex')
  const admin = openPostgres({ databaseUrl: serverUrl, poolSize: 2, statementTimeoutMs: 0 })
  await sql`create database ${sql.id(name)}`.execute(admin.db)
  const isLimited = await sql`create role ${sql.id(name)} login password ${sql.lit(password)}`
    .execute(admin.db)
    .then(() => sql`alter database ${sql.id(name)} owner to ${sql.id(name)}`.execute(admin.db))
    .then(
      () => true,
      () => false,
    )
  const inside = new URL(given)
  inside.pathname = `/${name}`
  const own = openPostgres({ databaseUrl: inside.href, poolSize: 3, statementTimeoutMs: 0 })
  await sql`create extension if not exists vector`.execute(own.db)
  await own.close()

  const asRole = new URL(inside)
  if (isLimited) {
    asRole.username = name
    asRole.password = password
  }
  const setup = openPostgres({ databaseUrl: asRole.href, poolSize: 1, statementTimeoutMs: 0 })
  await migrate(setup.db)
  await loadSeeds(setup.db)
  await setup.close()
  const watching = openPostgres({ databaseUrl: inside.href, poolSize: 3, statementTimeoutMs: 0 })

  return {
    db: watching.db,
    name,
    isLimited,
    url: asRole.href,
    server: { host: given.hostname, port: Number(given.port || 5432) },
    urlThrough(port) {
      const url = new URL(asRole)
      url.hostname = '127.0.0.1'
      url.port = String(port)
      return url.href
    },
    async drop() {
      await watching.close()
      await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin.db)
      if (isLimited) await sql`drop role if exists ${sql.id(name)}`.execute(admin.db)
      await admin.close()
    },
  }
}
