import { sql } from 'kysely'
import type { Db } from '../create-db.ts'

// Objects of an extension come and go with it.
const ownObjects = sql`
  select c.oid, 'pg_class'::regclass as catalog, case c.relkind
      when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
      when 'f' then 'foreign table' else 'table' end as kind, c.oid::regclass::text as name
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  union all
  select p.oid, 'pg_proc'::regclass, 'routine', p.oid::regprocedure::text
    from pg_proc p where p.pronamespace = 'public'::regnamespace
  union all
  select t.oid, 'pg_type'::regclass, case t.typtype when 'd' then 'domain' else 'type' end, t.oid::regtype::text
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd', 'r')`

/** True if the database holds no object yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await listOwnObjects(db)).length === 0
}

/** Drops everything in the database that is not an extension's. */
export async function emptySchema(tx: Db): Promise<void> {
  for (const { kind, name } of await listOwnObjects(tx))
    await sql.raw(`drop ${kind} if exists ${name} cascade`).execute(tx)
}

async function listOwnObjects(db: Db): Promise<{ kind: string; name: string }[]> {
  const { rows } = await sql<{ kind: string; name: string }>`
    select kind, name from (${ownObjects}) o
    where not exists (
      select from pg_depend d where d.classid = o.catalog and d.objid = o.oid and d.deptype = 'e'
    )`.execute(db)
  return rows
}
