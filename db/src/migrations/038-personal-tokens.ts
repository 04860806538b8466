import { type Kysely, sql } from 'kysely'

/** Personal access tokens: a learner's own programs call the API with them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table personal_tokens (
      id uuid primary key default gen_random_uuid(),
      learner_id uuid not null,
      learner_name text not null,
      name text not null check (length(name) between 1 and 60),
      prefix text not null,
      token_hash bytea not null,
      scopes text[] not null check (cardinality(scopes) > 0),
      session_began timestamptz not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      last_used_on date
    )`.execute(db)
  // Finding the token that a request came with.
  await sql`create index personal_tokens_prefix on personal_tokens (prefix)`.execute(db)
  // Listing, counting, exporting and deleting the tokens of one learner, oldest first.
  await sql`create index personal_tokens_learner on personal_tokens (learner_id, created_at, id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('personal_tokens').execute()
}
