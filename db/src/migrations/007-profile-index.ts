import { type Kysely, sql } from 'kysely'
import { isEmbedded } from '../is-embedded.ts'

/** On PostgreSQL only: PGlite builds HNSW two orders of magnitude slower and searches exactly instead. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (await isEmbedded(db)) return
  // The nearest profiles of a learner; halfvec halves the index at no measurable loss of recall.
  await sql`
    create index intake_profiles_embedding on intake_profiles
    using hnsw ((embedding::halfvec(1536)) halfvec_cosine_ops)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index if exists intake_profiles_embedding`.execute(db)
}
