import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_feeds (
      learner_id uuid primary key,
      key_hash text not null unique,
      start_time text not null check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      alarm_minutes int check (alarm_minutes in (0, 10, 30, 60)),
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table calendar_events (
      learner_id uuid not null,
      item_id uuid not null,
      sequence int not null check (sequence >= 0),
      starts_at timestamptz not null,
      minutes int not null check (minutes > 0),
      title text not null,
      slug text not null,
      kind text not null check (kind in ('new', 'review', 'probe')),
      alarm_minutes int,
      modified_at timestamptz not null,
      cancelled_at timestamptz,
      primary key (learner_id, item_id)
    )`.execute(db)
  await sql`
    create table reminders (
      learner_id uuid primary key,
      email text not null check (char_length(email) <= 320),
      hour smallint not null check (hour between 0 and 23),
      unsubscribe_key text not null unique,
      next_at timestamptz not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  // Whose hour has come.
  await sql`create index reminders_due on reminders (next_at)`.execute(db)
  await sql`
    create table reminder_sends (
      learner_id uuid not null,
      day date not null,
      state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'skipped')),
      tries int not null default 0,
      try_at timestamptz not null,
      primary key (learner_id, day)
    )`.execute(db)
  // Mails that wait to be sent.
  await sql`create index reminder_sends_queued on reminder_sends (try_at) where state = 'queued'`.execute(db)
  // Old ones, to be swept.
  await sql`create index reminder_sends_day on reminder_sends (day)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['reminder_sends', 'reminders', 'calendar_events', 'calendar_feeds'])
    await db.schema.dropTable(table).execute()
}
