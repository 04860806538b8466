import { createHash } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'

export type RateLimitsRepository = ReturnType<typeof createRateLimitsRepository>

/** Old counters go in bites, so that no sweep holds a lock for long. */
const SWEEP_SIZE = 1_000

export function createRateLimitsRepository({ db }: { db: Db }) {
  return {
    /** Adds hits of this process to what all processes counted, and answers the sum. */
    async add(options: { bucket: string; hits: number; expiresAt: Date }): Promise<number> {
      const { hits } = await db
        .insertInto('rate_counters')
        .values({ bucket: hash(options.bucket), hits: options.hits, expires_at: options.expiresAt })
        .onConflict((on) =>
          on.column('bucket').doUpdateSet({ hits: sql`rate_counters.hits + excluded.hits` }),
        )
        .returning('hits')
        .executeTakeFirstOrThrow()
      return hits
    },

    /** Removes at most a thousand counters whose window is over; answers how many. */
    async sweep({ now }: { now: Date }): Promise<number> {
      const result = await db
        .deleteFrom('rate_counters')
        .where('bucket', 'in', (eb) =>
          eb
            .selectFrom('rate_counters')
            .select('bucket')
            .where('expires_at', '<=', now)
            .orderBy('expires_at')
            .limit(SWEEP_SIZE)
            .forUpdate()
            .skipLocked(),
        )
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },
  }
}

/** Addresses and learners are told apart, not stored. */
function hash(bucket: string): string {
  return createHash('sha256').update(bucket).digest('base64url').slice(0, 32)
}
