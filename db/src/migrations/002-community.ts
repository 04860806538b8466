import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table upvotes (
      learner_id uuid not null,
      problem_id uuid not null references problems (id) on delete cascade,
      level text check (level in ('beginner', 'intermediate', 'advanced')),
      created_at timestamptz not null default now(),
      primary key (learner_id, problem_id)
    )`.execute(db)
  await sql`
    create table comments (
      id uuid primary key default gen_random_uuid(),
      problem_id uuid not null references problems (id) on delete cascade,
      learner_id uuid not null,
      author_name text not null check (char_length(author_name) between 1 and 80),
      body text not null check (char_length(body) between 1 and 2000),
      tag text check (tag in ('too_hard', 'good_intro', 'pattern_practice')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  // Pages of a problem's comments, newest or oldest first.
  await sql`create index comments_problem on comments (problem_id, created_at, id)`.execute(db)
  // A learner's own comments: export and deletion.
  await sql`create index comments_learner on comments (learner_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['comments', 'upvotes']) await db.schema.dropTable(table).execute()
}
