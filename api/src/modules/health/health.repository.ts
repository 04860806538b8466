import { type Db, isMigrated } from '@codify/db'
import { sql } from 'kysely'

/** Reads if the database is migrated, and if it takes changes. */
export async function readState(db: Db): Promise<{ migrated: boolean; readOnly: boolean }> {
  const migrated = await isMigrated(db)
  const { rows } = await sql<{ mode: string }>`
    select current_setting('transaction_read_only') as mode`.execute(db)
  return { migrated, readOnly: rows[0]?.mode === 'on' }
}
