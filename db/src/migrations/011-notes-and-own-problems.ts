import { type Kysely, sql } from 'kysely'

/** Problems that a learner adds for themselves live with the catalogue's, so that every reference to a problem holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table problems add column owner_id uuid`.execute(db)
  await sql`alter table problems add column added_at timestamptz not null default now()`.execute(db)
  // The catalogue's numbers are the source's; those above are given to learners' own problems.
  await sql`create sequence own_problem_numbers as int start 1000001 owned by problems.owner_id`.execute(db)
  await sql`
    alter table problems add constraint problems_own_number check ((owner_id is null) = (number <= 1000000))`.execute(
    db,
  )
  // A learner's own problems, newest first.
  await sql`create index problems_owner on problems (owner_id, number) where owner_id is not null`.execute(db)
  // The same link once a learner.
  await sql`
    create unique index problems_own_url on problems (owner_id, url)
    where owner_id is not null and retired_at is null`.execute(db)
  await sql`
    create table notes (
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      body text not null check (char_length(body) between 1 and 10000),
      version uuid not null default gen_random_uuid(),
      updated_at timestamptz not null default now(),
      primary key (learner_id, problem_id)
    )`.execute(db)
  // Notes at one problem: when the problem goes.
  await sql`create index notes_problem on notes (problem_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table notes`.execute(db)
  await sql`delete from problems where owner_id is not null`.execute(db)
  await sql`alter table problems drop column owner_id cascade, drop column added_at`.execute(db)
}
