import { type Kysely, sql } from 'kysely'

/** Each problem of the catalogue as a vector of its pattern, topic, statement and hints. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table problems
      add column embedding vector(1536),
      add column embedding_model text,
      add column embedding_digest text`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table problems drop column embedding, drop column embedding_model, drop column embedding_digest`.execute(
    db,
  )
}
