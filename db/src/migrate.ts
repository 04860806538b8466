import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Tables } from './tables/index.ts'

/** The number that Kysely's own lock has too: releases that still take that one are waited for as well. */
const LOCK = sql.lit('3853314791062309107')

/**
 * Brings the schema to the newest state, all or nothing. Safe when several replicas start at once, also through a
 * pooler in transaction mode: the lock belongs to the one transaction and not to a session.
 *
 * @returns the names of the migrations that ran now
 * @throws the first migration's error; nothing is applied then
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    // Another replica's migration is waited for, and an index may take its time.
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(tx)
    const { error, results } = await createMigrator(tx).migrateToLatest()
    if (error) throw error
    return (results ?? []).map((result) => result.migrationName)
  })
}

/** True if every migration of this release has run. */
export async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
  const all = await createMigrator(db).getMigrations()
  return all.every((migration) => migration.executedAt !== undefined)
}

/** The migrations that have run, in order; none for a database that never was ours. */
export async function executedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const all = await createMigrator(db).getMigrations()
  return all.filter((migration) => migration.executedAt !== undefined).map(({ name }) => name)
}

export function createMigrator(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
