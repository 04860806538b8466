import type { Db } from '@codify/db'
import { sql } from 'kysely'

/** One change of a learner's results at a time, so that each sees what the one before it wrote. */
export async function holdLearner(tx: Db, learnerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${learnerId}, 5))`.execute(tx)
}
