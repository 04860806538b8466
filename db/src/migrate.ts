import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Tables } from './tables/index.ts'

/**
 * Brings the schema to the newest state. Safe when several replicas start at once: Kysely runs all of it in one
 * transaction under an advisory lock.
 *
 * @returns the names of the migrations that ran now
 * @throws the first migration's error; nothing is applied then
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  const { error, results } = await createMigrator(db).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Whether every migration of this release has run. */
export async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
  const all = await createMigrator(db).getMigrations()
  return all.every((migration) => migration.executedAt !== undefined)
}

export function createMigrator(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
