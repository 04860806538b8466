import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists vector`.execute(db)
  await sql`
    create table topics (
      slug text primary key,
      title text not null,
      prerequisites text[] not null,
      stage int not null check (stage >= 1),
      position int not null
    )`.execute(db)
  await sql`
    create table patterns (
      slug text primary key,
      title text not null,
      topics text[] not null,
      position int not null
    )`.execute(db)
  await sql`
    create table problems (
      id uuid primary key,
      slug text not null unique,
      -- Deferred: a new catalogue may exchange numbers.
      number int not null unique deferrable initially deferred,
      title text not null,
      url text not null,
      topic text not null references topics (slug),
      difficulty text not null check (difficulty in ('easy', 'medium', 'hard')),
      difficulty_rank int not null generated always as
        (case difficulty when 'easy' then 1 when 'medium' then 2 else 3 end) stored,
      patterns text[] not null,
      minutes int not null check (minutes between 1 and 480),
      lists text[] not null,
      acceptance int not null check (acceptance between 0 and 100),
      source text not null,
      premium boolean not null,
      retired_at timestamptz
    )`.execute(db)
  await sql`
    create table problem_stats (
      problem_id uuid primary key references problems (id) on delete cascade,
      upvotes int not null default 0 check (upvotes >= 0),
      upvotes_beginner int not null default 0 check (upvotes_beginner >= 0),
      upvotes_intermediate int not null default 0 check (upvotes_intermediate >= 0),
      upvotes_advanced int not null default 0 check (upvotes_advanced >= 0),
      comments int not null default 0 check (comments >= 0),
      too_hard int not null default 0 check (too_hard >= 0),
      good_intro int not null default 0 check (good_intro >= 0),
      pattern_practice int not null default 0 check (pattern_practice >= 0)
    )`.execute(db)
  // The problem list by topic.
  await sql`create index problems_topic on problems (topic, number)`.execute(db)
  // The problem list sorted by popularity.
  await sql`create index problem_stats_upvotes on problem_stats (upvotes desc, problem_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['problem_stats', 'problems', 'patterns', 'topics'])
    await db.schema.dropTable(table).execute()
}
