import { type Kysely, sql } from 'kysely'

/** Adds tables for plan changes: results in full, repairs that can be undone, reviews, breaks, settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table attempts
      add column hints_used smallint check (hints_used between 0 and 3),
      add column item_id uuid,
      add column for_problem_id uuid references problems (id) on delete set null,
      add column retracted_at timestamptz`.execute(db)
  // The replay of a review card: attempts at other problems that stood for this one.
  await sql`
    create index attempts_for_problem on attempts (for_problem_id, learner_id)
    where for_problem_id is not null`.execute(db)
  await sql`
    alter table plans
      add column revision int not null default 0 check (revision >= 0),
      add column repaired_on date`.execute(db)
  await sql`
    create table plan_revisions (
      plan_id uuid not null references plans (id) on delete cascade,
      revision int not null check (revision >= 1),
      learner_id uuid not null,
      cause text not null check (cause in
        ('new_day', 'break', 'hours', 'harder_week', 'skip', 'swap', 'later', 'add', 'settings', 'cut')),
      changes jsonb not null,
      plan_json jsonb not null,
      attempt_id uuid,
      created_at timestamptz not null default now(),
      primary key (plan_id, revision)
    )`.execute(db)
  // A learner's export and deletion, oldest first.
  await sql`create index plan_revisions_learner on plan_revisions (learner_id, created_at, plan_id)`.execute(
    db,
  )
  await sql`
    create table learner_settings (
      learner_id uuid primary key,
      day_start_hour smallint not null default 4 check (day_start_hour between 0 and 12),
      daily_review_cap smallint check (daily_review_cap between 0 and 50),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table breaks (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      from_date date not null,
      to_date date not null,
      created_at timestamptz not null default now(),
      check (to_date >= from_date),
      unique (learner_id, from_date, to_date)
    )`.execute(db)
  // A learner's breaks that are not over, by date.
  await sql`create index breaks_learner on breaks (learner_id, to_date, id)`.execute(db)
  await sql`
    create table review_cards (
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      due timestamptz not null,
      stability float8 not null,
      difficulty float8 not null,
      state smallint not null check (state between 0 and 3),
      reps int not null,
      lapses int not null,
      last_review timestamptz not null,
      primary key (learner_id, problem_id)
    )`.execute(db)
  // A learner's cards by when they are due.
  await sql`create index review_cards_due on review_cards (learner_id, due, problem_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['review_cards', 'breaks', 'learner_settings', 'plan_revisions'])
    await db.schema.dropTable(table).execute()
  await sql`alter table plans drop column revision, drop column repaired_on`.execute(db)
  await sql`
    alter table attempts
      drop column hints_used, drop column item_id, drop column for_problem_id, drop column retracted_at`.execute(
    db,
  )
}
