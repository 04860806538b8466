import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Counters live for minutes: a crash may lose them, and writing them must cost little.
  await sql`
    create unlogged table rate_counters (
      bucket text primary key,
      hits integer not null check (hits >= 0),
      expires_at timestamptz not null
    )`.execute(db)
  // Sweeping counters whose window is over.
  await sql`create index rate_counters_expires on rate_counters (expires_at)`.execute(db)
  await sql`
    create table settings (
      key text primary key,
      value text not null,
      updated_at timestamptz not null
    )`.execute(db)
  await sql`
    create table model_usage (
      day date not null,
      kind text not null check (kind in ('plan', 'embedding', 'hint')),
      calls bigint not null default 0,
      prompt_tokens bigint not null default 0,
      completion_tokens bigint not null default 0,
      primary key (day, kind)
    )`.execute(db)
  // A link that was asked for before this column existed belongs to no browser: it has to be asked for again.
  await sql`alter table sign_in_tokens add column browser_hash text not null default ''`.execute(db)
  // Sweeping sign-outs that no living session is older than.
  await sql`create index learner_sessions_not_before on learner_sessions (not_before)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index learner_sessions_not_before`.execute(db)
  await sql`alter table sign_in_tokens drop column browser_hash`.execute(db)
  for (const table of ['model_usage', 'settings', 'rate_counters']) await db.schema.dropTable(table).execute()
}
