import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables/index.ts'

/** Below this, several workers that build an HNSW index together may write past their memory (CVE-2026-3172). */
const SAFE = [0, 8, 2]

/**
 * Keeps the builds of the profile index to one worker where pgvector is too old for more, whoever builds it: a
 * migration, a restore or an operator. Where it is not, lets them be.
 *
 * @returns the version when it is too old
 */
export async function guardVectorBuilds(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ version: string; guarded: boolean }>`
    select e.extversion as version, coalesce('parallel_workers=0' = any(c.reloptions), false) as guarded
    from pg_extension e, pg_class c where e.extname = 'vector' and c.oid = 'intake_profiles'::regclass`.execute(
    db,
  )
  const [found] = rows
  if (!found) return undefined
  const tooOld = isTooOld(found.version)
  if (tooOld && !found.guarded) await sql`alter table intake_profiles set (parallel_workers = 0)`.execute(db)
  if (!tooOld && found.guarded) await sql`alter table intake_profiles reset (parallel_workers)`.execute(db)
  return tooOld ? found.version : undefined
}

/** True if this version of pgvector has the overflow. */
export function isTooOld(version: string): boolean {
  const parts = version.split('.').map(Number)
  const at = SAFE.findIndex((part, place) => (parts[place] ?? 0) !== part)
  return at >= 0 && (parts[at] ?? 0) < (SAFE[at] ?? 0)
}
