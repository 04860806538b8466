import { type Kysely, sql } from 'kysely'

/** What a learner writes in the workbench: the code they are at, and what they submitted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table code_drafts (
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      language text not null check (language in ('javascript', 'typescript', 'python')),
      code text not null check (char_length(code) <= 50000),
      version uuid not null default gen_random_uuid(),
      updated_at timestamptz not null default now(),
      primary key (learner_id, problem_id, language)
    )`.execute(db)
  // Drafts at one problem: when the problem goes.
  await sql`create index code_drafts_problem on code_drafts (problem_id)`.execute(db)
  await sql`
    create table submissions (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      language text not null check (language in ('javascript', 'typescript', 'python')),
      code text not null check (char_length(code) <= 50000),
      outcome text not null check (outcome in ('accepted', 'failed', 'error', 'timeout')),
      passed int not null check (passed between 0 and total),
      total int not null check (total > 0),
      ms int not null check (ms >= 0),
      hints_used int not null check (hints_used between 0 and 3),
      attempt_id uuid references attempts (id) on delete set null,
      idempotency_key text,
      created_at timestamptz not null default now(),
      unique (learner_id, idempotency_key)
    )`.execute(db)
  // A learner's submissions at a problem, newest first, and those since a moment.
  await sql`
    create index submissions_problem on submissions (learner_id, problem_id, created_at desc, id desc)`.execute(
    db,
  )
  // A learner's submissions in order, for the export.
  await sql`create index submissions_learner on submissions (learner_id, created_at, id)`.execute(db)
  // Submissions at one problem: when the problem goes.
  await sql`create index submissions_of_problem on submissions (problem_id)`.execute(db)
  // The submission of an attempt: when the attempt goes.
  await sql`create index submissions_attempt on submissions (attempt_id) where attempt_id is not null`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table submissions`.execute(db)
  await sql`drop table code_drafts`.execute(db)
}
