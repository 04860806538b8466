import { type Kysely, sql } from 'kysely'

/** Adds the published part of an exercise, by its problem; read by that key alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table exercises (
      problem_id uuid primary key references problems (id) on delete cascade,
      digest text not null,
      -- Not jsonb: a test may hold a text with the character 0, which jsonb refuses.
      content json not null,
      hints text[] not null,
      explanation jsonb not null
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table exercises`.execute(db)
}
