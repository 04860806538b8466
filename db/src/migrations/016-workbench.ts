import { type Kysely, sql } from 'kysely'

/** Adds the tables of the workbench: drafts, submissions, and interviews with predictions. */
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
  await sql`
    create table interviews (
      id uuid primary key,
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      minutes int not null check (minutes between 10 and 120),
      pattern text,
      confidence int check (confidence between 50 and 100),
      is_right boolean,
      submission_id uuid references submissions (id) on delete set null,
      started_at timestamptz not null default now(),
      predicted_at timestamptz,
      ended_at timestamptz,
      check (num_nulls(pattern, confidence, is_right, predicted_at) in (0, 4))
    )`.execute(db)
  // One at a time, and the one that is open.
  await sql`create unique index interviews_open on interviews (learner_id) where ended_at is null`.execute(db)
  // A learner's interviews, newest first, and their last predictions.
  await sql`create index interviews_learner on interviews (learner_id, started_at desc, id desc)`.execute(db)
  // When a learner was last asked about a problem, and interviews at one problem when it goes.
  await sql`create index interviews_problem on interviews (problem_id, learner_id)`.execute(db)
  // The interview of a submission: when the submission goes.
  await sql`
    create index interviews_submission on interviews (submission_id) where submission_id is not null`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table interviews`.execute(db)
  await sql`drop table submissions`.execute(db)
  await sql`drop table code_drafts`.execute(db)
}
