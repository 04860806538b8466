import { type Kysely, sql } from 'kysely'

/** Marks of patterns, an id for each intake, and the upvotes of a problem by index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // No reference to patterns: a mark outlives a pattern that is renamed or removed.
  await sql`
    create table pattern_marks (
      id uuid not null default gen_random_uuid() unique,
      learner_id uuid not null,
      pattern text not null check (char_length(pattern) between 1 and 120),
      mark text not null check (mark in ('read', 'can_do')),
      updated_at timestamptz not null default now(),
      primary key (learner_id, pattern)
    )`.execute(db)
  await sql`alter table intake_profiles add column id uuid not null default gen_random_uuid() unique`.execute(
    db,
  )
  await sql`create index upvotes_problem on upvotes (problem_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index upvotes_problem`.execute(db)
  await sql`alter table intake_profiles drop column id`.execute(db)
  await sql`drop table pattern_marks`.execute(db)
}
