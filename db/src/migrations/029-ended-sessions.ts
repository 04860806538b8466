import { type Kysely, sql } from 'kysely'

/** Signing out ends one session, and a newer sign-in link ends the older ones of its address and browser. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ended_sessions (
      learner_id uuid not null,
      session_id uuid not null,
      expires_at timestamptz not null,
      primary key (learner_id, session_id)
    )`.execute(db)
  // Sweeping the ends of sessions that are too old to be accepted anyway.
  await sql`create index ended_sessions_expires on ended_sessions (expires_at)`.execute(db)
  await sql`alter table sign_in_tokens add column superseded boolean not null default false`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sign_in_tokens drop column superseded`.execute(db)
  await db.schema.dropTable('ended_sessions').execute()
}
