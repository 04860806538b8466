import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // The catalogue by number, and its digest, however many problems learners have added of their own.
  await sql`create index problems_catalogue on problems (number) where owner_id is null`.execute(db)
  // Profiles of a model that few have: found exactly, where the vector index would pass over all the others.
  await sql`create index intake_profiles_model on intake_profiles (embedding_model)`.execute(db)
  // A learner's plans by time, either way: history and export. The index before it had the ids against the times.
  await sql`create index plans_learner_time on plans (learner_id, generated_at, id)`.execute(db)
  await sql`drop index plans_learner`.execute(db)
  // A learner's generations by time, either way: daily limit and export.
  await sql`create index generations_learner_time on generations (learner_id, created_at, id)`.execute(db)
  await sql`drop index generations_learner`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`create index generations_learner on generations (learner_id, created_at desc)`.execute(db)
  await sql`drop index generations_learner_time`.execute(db)
  await sql`create index plans_learner on plans (learner_id, generated_at desc, id)`.execute(db)
  await sql`drop index plans_learner_time`.execute(db)
  await sql`drop index intake_profiles_model`.execute(db)
  await sql`drop index problems_catalogue`.execute(db)
}
