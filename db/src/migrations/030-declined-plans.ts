import { type Kysely, sql } from 'kysely'

/** A proposal that the learner declined is told apart from a plan that another one replaced. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plans add column declined_at timestamptz`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plans drop column declined_at`.execute(db)
}
