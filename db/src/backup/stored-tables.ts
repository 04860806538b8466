import { sql } from 'kysely'
import type { Db } from '../create-db.ts'

export type StoredTable = { table: string; columns: { name: string; type: string }[] }

/** Every table that holds data of ours, with the columns that can be written, both in order of their names. */
export async function listStoredTables(db: Db): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select c.relname as "table",
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attname) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not like 'kysely\\_%' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`.execute(db)
  return rows
}
