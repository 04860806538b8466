import { sql } from 'kysely'
import type { Db } from '../create-db.ts'

type Statement = { off: string; on: string }

/**
 * Takes away what would refuse, repeat or slow down rows that come in any order: foreign keys, triggers, and the
 * indexes of vectors, which are built far faster at once.
 *
 * @returns what puts them back and checks every row
 */
export async function relaxSchema(tx: Db): Promise<() => Promise<void>> {
  const { rows } = await sql<Statement>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    union all
    select format('alter table %s disable trigger user', c.oid::regclass),
      format('alter table %s enable trigger user', c.oid::regclass)
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
    union all
    select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
    where c.relnamespace = 'public'::regnamespace and am.amname in ('hnsw', 'ivfflat')`.execute(tx)
  for (const { off } of rows) await sql.raw(off).execute(tx)
  return async () => {
    // Deferred constraints would block the changes below.
    await sql`set constraints all immediate`.execute(tx)
    for (const { on } of rows) await sql.raw(on).execute(tx)
  }
}
