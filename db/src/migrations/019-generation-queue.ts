import { type Kysely, sql } from 'kysely'

/** Who works on a generation, and how often it went back to the queue through no fault of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table generations
      add column worker uuid,
      add column deferrals int not null default 0`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table generations drop column worker, drop column deferrals`.execute(db)
}
