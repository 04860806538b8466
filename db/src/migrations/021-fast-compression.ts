import { type Kysely, sql } from 'kysely'

const LARGE = [
  'plans.plan_json',
  'plan_revisions.plan_json',
  'generation_events.data',
  'generations.model_answer',
]

/**
 * Compresses large values by LZ4, in a fraction of the time of PostgreSQL's own method; stored values stay as they are.
 * A server that was built without LZ4 goes on as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await compress(db, 'lz4')
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await compress(db, 'pglz')
}

async function compress(db: Kysely<unknown>, method: 'lz4' | 'pglz'): Promise<void> {
  for (const [table = '', column = ''] of LARGE.map((name) => name.split('.')))
    await sql
      .raw(
        `do $$ begin alter table ${table} alter column ${column} set compression ${method};
         exception when feature_not_supported then null; end $$`,
      )
      .execute(db)
}
