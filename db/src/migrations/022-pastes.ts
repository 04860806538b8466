import { type Kysely, sql } from 'kysely'

/** Attempts of a pasted history know their paste, so that all of one can be taken back for a day after it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table attempts
      add column paste_id uuid,
      add column pasted_at timestamptz,
      add constraint attempts_paste_check check ((paste_id is null) = (pasted_at is null))`.execute(db)
  // The attempts of one paste, and a learner's pastes of the last day.
  await sql`
    create index attempts_paste on attempts (learner_id, pasted_at, paste_id) where paste_id is not null`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attempts drop column paste_id, drop column pasted_at`.execute(db)
}
