import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sign_in_tokens (
      token_hash text primary key,
      identifier text not null,
      expires_at timestamptz not null
    )`.execute(db)
  // The live tokens of an address, oldest first.
  await sql`create index sign_in_tokens_identifier on sign_in_tokens (identifier, expires_at)`.execute(db)
  // Sweeping tokens that ran out.
  await sql`create index sign_in_tokens_expires on sign_in_tokens (expires_at)`.execute(db)
  await sql`
    create table learner_sessions (
      learner_id uuid primary key,
      not_before timestamptz not null
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['learner_sessions', 'sign_in_tokens']) await db.schema.dropTable(table).execute()
}
