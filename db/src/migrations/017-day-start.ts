import { type Kysely, sql } from 'kysely'

/** A day begins at midnight unless its learner says otherwise; what is chosen already stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table learner_settings alter column day_start_hour set default 0`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table learner_settings alter column day_start_hour set default 4`.execute(db)
}
