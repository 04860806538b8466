import { type Kysely, sql } from 'kysely'

/** A change of the plan that came of a skipped topic remembers it, so that undoing takes both back; and two causes more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plan_revisions add column known_topic text`.execute(db)
  await sql`alter table plan_revisions drop constraint plan_revisions_cause_check`.execute(db)
  await sql`
    alter table plan_revisions add constraint plan_revisions_cause_check check (cause in
      ('new_day', 'break', 'hours', 'harder_week', 'skip', 'swap', 'later', 'add', 'settings', 'cut',
       'topic', 'intake'))`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update plan_revisions set cause = 'settings' where cause in ('topic', 'intake')`.execute(db)
  await sql`alter table plan_revisions drop constraint plan_revisions_cause_check`.execute(db)
  await sql`
    alter table plan_revisions add constraint plan_revisions_cause_check check (cause in
      ('new_day', 'break', 'hours', 'harder_week', 'skip', 'swap', 'later', 'add', 'settings', 'cut'))`.execute(
    db,
  )
  await sql`alter table plan_revisions drop column known_topic`.execute(db)
}
