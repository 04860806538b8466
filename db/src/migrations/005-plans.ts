import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table generations (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
      accept boolean not null,
      idempotency_key text,
      request_hash text not null,
      request_id text not null,
      claim int not null default 0,
      lease_until timestamptz,
      model_answer jsonb,
      plan_id uuid,
      error_code text,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      unique (learner_id, idempotency_key)
    )`.execute(db)
  // One running generation a learner: the second request finds the first.
  await sql`
    create unique index generations_active on generations (learner_id)
    where state in ('queued', 'running')`.execute(db)
  // Generations that wait, or were left by a worker that died.
  await sql`
    create index generations_waiting on generations (created_at)
    where state in ('queued', 'running')`.execute(db)
  // The daily limit, and a learner's export.
  await sql`create index generations_learner on generations (learner_id, created_at desc)`.execute(db)
  await sql`
    create table generation_events (
      generation_id uuid not null references generations (id) on delete cascade,
      seq int not null check (seq >= 1),
      type text not null check (type in ('stage', 'day', 'done', 'failed')),
      data jsonb not null,
      created_at timestamptz not null default now(),
      primary key (generation_id, seq)
    )`.execute(db)
  await sql`
    create table plans (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      generation_id uuid not null unique,
      status text not null check (status in ('current', 'proposed', 'superseded')),
      generated_at timestamptz not null default now(),
      plan_json jsonb not null
    )`.execute(db)
  // At most one current plan and one open proposal a learner.
  await sql`create unique index plans_current on plans (learner_id) where status = 'current'`.execute(db)
  await sql`create unique index plans_proposed on plans (learner_id) where status = 'proposed'`.execute(db)
  // A learner's history of plans, newest first.
  await sql`create index plans_learner on plans (learner_id, generated_at desc, id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['plans', 'generation_events', 'generations'])
    await db.schema.dropTable(table).execute()
}
