import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attempts (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      outcome text not null check (outcome in ('solved', 'tried', 'stuck', 'skipped')),
      minutes int check (minutes between 1 and 1440),
      rating text check (rating in ('again', 'hard', 'good', 'easy')),
      started_at timestamptz,
      created_at timestamptz not null default now(),
      idempotency_key text,
      unique (learner_id, idempotency_key)
    )`.execute(db)
  // A learner's attempts at one problem, newest first.
  await sql`create index attempts_learner_problem on attempts (learner_id, problem_id, created_at, id)`.execute(
    db,
  )
  // A learner's attempts at all problems, newest first; also for export and planning.
  await sql`create index attempts_learner on attempts (learner_id, created_at, id)`.execute(db)
  await sql`
    create table problem_progress (
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      status text not null check (status in ('solved', 'tried', 'stuck', 'skipped')),
      solved_at timestamptz,
      last_attempt_at timestamptz not null,
      primary key (learner_id, problem_id)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['problem_progress', 'attempts']) await db.schema.dropTable(table).execute()
}
