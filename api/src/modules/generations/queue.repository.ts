import type { Db } from '@codify/db'
import { sql } from 'kysely'

export const QUEUE_MOST = 1000

/** How many generations wait for a worker, and for how many seconds the oldest does. */
export async function readQueue(db: Db): Promise<{ waiting: number; oldest: number } | undefined> {
  const { rows } = await sql<{ waiting: number; oldest: number }>`
    select count(*)::int as waiting,
      coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
    from (
      select created_at from generations
      where state in ('queued', 'running') and (state = 'queued' or lease_until < now())
      order by created_at limit ${QUEUE_MOST}
    ) as queue`.execute(db)
  return rows[0]
}
