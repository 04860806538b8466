import { type Kysely, sql } from 'kysely'

/** Adds hints that a model wrote about a learner's code, as shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hints (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      language text not null check (language in ('javascript', 'typescript', 'python')),
      kind text not null check (kind in ('hint', 'review', 'solution')),
      text text not null check (char_length(text) between 1 and 20000),
      model text not null check (char_length(model) between 1 and 200),
      attempt_id uuid references attempts (id) on delete set null,
      created_at timestamptz not null default now()
    )`.execute(db)
  // A learner's hints at a problem, newest first, and those since a moment.
  await sql`create index hints_problem on hints (learner_id, problem_id, created_at desc, id desc)`.execute(
    db,
  )
  // A learner's hints in order, for the export.
  await sql`create index hints_learner on hints (learner_id, created_at, id)`.execute(db)
  // Hints at one problem: when the problem goes.
  await sql`create index hints_of_problem on hints (problem_id)`.execute(db)
  // The hints of an attempt: when the attempt goes.
  await sql`create index hints_attempt on hints (attempt_id) where attempt_id is not null`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table hints`.execute(db)
}
