import { createHash } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'

export type SignInRepository = ReturnType<typeof createSignInRepository>

/**
 * Tokens an address may have at once; a further one takes the place of the oldest. Far above what the limits of mailed
 * links let through, so that strangers who ask for an address push out no link of its owner.
 */
const TOKENS_MAX = 100
/** Tokens that ran out are swept in bites, so that no write waits for a large one. */
const SWEEP_SIZE = 100

export function createSignInRepository({ db }: { db: Db }) {
  return {
    /** Removes at most a hundred tokens that ran out; answers how many. */
    async sweep({ now }: { now: Date }): Promise<number> {
      const result = await expired(db, now).executeTakeFirst()
      return Number(result.numDeletedRows)
    },

    /** Stores the hash of a token for an address; the older tokens of that address and browser can no longer be used. */
    async keep(options: {
      identifier: string
      token: string
      browser: string
      expiresAt: Date
      now: Date
    }): Promise<void> {
      const { identifier, token, browser, expiresAt, now } = options
      await db.transaction().execute(async (tx) => {
        // Requests for one address queue here, so that the newest token is the one that stays.
        await sql`select pg_advisory_xact_lock(hashtext(${identifier}))`.execute(tx)
        await expired(tx, now).execute()
        await tx
          .updateTable('sign_in_tokens')
          .set({ superseded: true })
          .where('identifier', '=', identifier)
          .where('browser_hash', '=', hash(browser))
          .where('token_hash', '!=', hash(token))
          .execute()
        await tx
          .deleteFrom('sign_in_tokens')
          .where('token_hash', 'in', (eb) =>
            eb
              .selectFrom('sign_in_tokens')
              .select('token_hash')
              .where('identifier', '=', identifier)
              .orderBy('superseded')
              .orderBy('expires_at', 'desc')
              .offset(TOKENS_MAX - 1),
          )
          .execute()
        await tx
          .insertInto('sign_in_tokens')
          .values({ token_hash: hash(token), identifier, browser_hash: hash(browser), expires_at: expiresAt })
          .onConflict((on) => on.column('token_hash').doNothing())
          .execute()
      })
    },

    /** Takes a token out: of many who use it at once one gets the row, and only in the browser that asked for it. */
    async take(options: { identifier: string; token: string; browser: string }) {
      const { identifier, token, browser } = options
      return db
        .deleteFrom('sign_in_tokens')
        .where('token_hash', '=', hash(token))
        .where('identifier', '=', identifier)
        .where('browser_hash', '=', hash(browser))
        .where('superseded', '=', false)
        .returning(['identifier', 'expires_at'])
        .executeTakeFirst()
    },

    /** True if a newer link for the same address and browser ended this one. */
    async isSuperseded(options: { identifier: string; token: string; browser: string }): Promise<boolean> {
      const { identifier, token, browser } = options
      const row = await db
        .selectFrom('sign_in_tokens')
        .select('token_hash')
        .where('token_hash', '=', hash(token))
        .where('identifier', '=', identifier)
        .where('browser_hash', '=', hash(browser))
        .where('superseded', '=', true)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

function expired(db: Db, now: Date) {
  return db
    .deleteFrom('sign_in_tokens')
    .where('token_hash', 'in', (eb) =>
      eb
        .selectFrom('sign_in_tokens')
        .select('token_hash')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(SWEEP_SIZE)
        .forUpdate()
        .skipLocked(),
    )
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
