import { type Kysely, sql } from 'kysely'

/** Comments of an imported file are visible to their author alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table comments drop constraint comments_hidden_by_check`.execute(db)
  await sql`
    alter table comments add constraint comments_hidden_by_check
      check (hidden_by in ('reports', 'moderator', 'import'))`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update comments set hidden_by = 'moderator' where hidden_by = 'import'`.execute(db)
  await sql`alter table comments drop constraint comments_hidden_by_check`.execute(db)
  await sql`
    alter table comments add constraint comments_hidden_by_check
      check (hidden_by in ('reports', 'moderator'))`.execute(db)
}
