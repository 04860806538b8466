import { createHash } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { CLOCKS_APART_MS } from '../../shared/clock.ts'

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

    /** Returns the count of all processes for a bucket. */
    async read({ bucket }: { bucket: string }): Promise<number> {
      const row = await db
        .selectFrom('rate_counters')
        .select('hits')
        .where('bucket', '=', hash(bucket))
        .executeTakeFirst()
      return row?.hits ?? 0
    },

    /** Takes back one hit that was counted. */
    async takeBack({ bucket }: { bucket: string }): Promise<void> {
      await db
        .updateTable('rate_counters')
        .set((eb) => ({ hits: eb('hits', '-', 1) }))
        .where('bucket', '=', hash(bucket))
        .where('hits', '>', 0)
        .execute()
    },

    /**
     * Takes a turn that only one may have at a time; false while another one's is not over. One that would end long
     * after this was taken by a clock that was wrong.
     */
    async hold({ bucket, until, now }: { bucket: string; until: Date; now: Date }): Promise<boolean> {
      const held = await db
        .insertInto('rate_counters')
        .values({ bucket: hash(bucket), hits: 1, expires_at: until })
        .onConflict((on) =>
          on
            .column('bucket')
            .doUpdateSet({ expires_at: until })
            .where((eb) =>
              eb.or([
                eb('rate_counters.expires_at', '<=', now),
                eb('rate_counters.expires_at', '>', new Date(until.getTime() + CLOCKS_APART_MS)),
              ]),
            ),
        )
        .returning('bucket')
        .executeTakeFirst()
      return held !== undefined
    },

    /** Ends a turn, unless it was over already and is another one's by now. */
    async release({ bucket, until }: { bucket: string; until: Date }): Promise<void> {
      await db
        .deleteFrom('rate_counters')
        .where('bucket', '=', hash(bucket))
        .where('expires_at', '=', until)
        .execute()
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
