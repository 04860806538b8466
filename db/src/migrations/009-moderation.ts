import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table comments
      add column hidden_at timestamptz,
      add column hidden_by text check (hidden_by in ('reports', 'moderator')),
      add column open_reports int not null default 0 check (open_reports >= 0),
      add column first_open_report_at timestamptz`.execute(db)
  // The moderators' queue, longest waiting first.
  await sql`create index comments_reported on comments (first_open_report_at, id) where open_reports > 0`.execute(
    db,
  )
  // A learner's own comments: flood and duplicate checks, export and deletion.
  await sql`create index comments_learner_time on comments (learner_id, created_at, id)`.execute(db)
  await sql`drop index comments_learner`.execute(db)
  await sql`
    create table comment_reports (
      comment_id uuid not null references comments (id) on delete cascade,
      learner_id uuid not null,
      reason text not null check (reason in ('spam', 'abuse', 'spoiler', 'off_topic', 'other')),
      note text not null default '' check (char_length(note) <= 500),
      created_at timestamptz not null default now(),
      resolved_at timestamptz,
      primary key (comment_id, learner_id)
    )`.execute(db)
  // A learner's own reports, newest first: their daily limit, export and deletion.
  await sql`create index comment_reports_learner on comment_reports (learner_id, created_at, comment_id)`.execute(
    db,
  )
  await sql`
    create table moderation_log (
      id uuid primary key default gen_random_uuid(),
      moderator_id uuid,
      action text not null check (action in ('keep', 'hide', 'delete')),
      reason text not null check (char_length(reason) <= 500),
      comment_id uuid not null,
      author_id uuid,
      comment_body text,
      created_at timestamptz not null default now()
    )`.execute(db)
  // The log, newest first.
  await sql`create index moderation_log_time on moderation_log (created_at, id)`.execute(db)
  // Supports deleting an author's or a moderator's account, and the author's export.
  await sql`create index moderation_log_author on moderation_log (author_id, created_at, id)`.execute(db)
  await sql`create index moderation_log_moderator on moderation_log (moderator_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['moderation_log', 'comment_reports']) await db.schema.dropTable(table).execute()
  await sql`create index comments_learner on comments (learner_id)`.execute(db)
  await sql`drop index comments_learner_time`.execute(db)
  await sql`
    alter table comments
      drop column hidden_at, drop column hidden_by, drop column open_reports, drop column first_open_report_at`.execute(
    db,
  )
}
