import type { Logger } from 'pino'
import { type Clock, isStillFresh } from '../../shared/clock.ts'
import type { Learner } from '../../shared/request-env.ts'
import { hashToken, isSameHash, isToken, prefixOf } from './tokens.models.ts'
import type { TokensRepository } from './tokens.repository.ts'

/** How long a token is trusted without asking the database again: revoking reaches every replica within it. */
const TRUSTED_MS = 3_000
const SIZE = 20_000

type Found = { learner: Learner; expiresAt: Date | null }

/** Who a personal token speaks for; undefined when it opens nothing, whatever the reason. */
export type PersonalTokenVerifier = ((token: string) => Promise<Learner | undefined>) & PersonalTokenCache
export type PersonalTokenCache = {
  /** Has this process ask again about the learner's tokens. */
  forgetLearner: (learnerId: string) => void
}

/**
 * Verifies personal tokens: found by their prefix, compared by hash in constant time. What was found is trusted for
 * three seconds, and its end is checked at every use; what was not found is not remembered.
 */
export function createPersonalTokenVerifier({
  tokens,
  clock,
  logger,
}: {
  tokens: Pick<TokensRepository, 'findByPrefix' | 'markUsed'>
  clock: Clock
  logger: Logger
}): PersonalTokenVerifier {
  const cache = new Map<string, { found: Found; until: number }>()

  async function read(token: string, hash: Buffer): Promise<Found | undefined> {
    const now = clock()
    const rows = await tokens.findByPrefix({ prefix: prefixOf(token), now })
    const row = rows.find(({ token_hash }) => isSameHash(token_hash, hash))
    if (!row) return undefined
    const day = now.toISOString().slice(0, 10)
    if (row.last_used_on === null || row.last_used_on < day)
      await tokens
        .markUsed({ id: row.id, day })
        .catch((err: unknown) => logger.warn({ err }, 'the last use of a token was not noted'))
    const learner = {
      id: row.learner_id,
      name: row.learner_name,
      authTime: row.session_began.getTime() / 1000,
      sessionId: row.id,
      personalToken: { id: row.id, scopes: row.scopes },
    }
    return { learner, expiresAt: row.expires_at }
  }

  async function verify(token: string): Promise<Learner | undefined> {
    if (!isToken(token)) return undefined
    const hash = hashToken(token)
    const key = hash.toString('base64')
    const known = cache.get(key)
    if (known && isStillFresh({ ...known, forMs: TRUSTED_MS, clock })) return unexpired(known.found)
    const until = clock().getTime() + TRUSTED_MS
    const found = await read(token, hash)
    if (cache.size >= SIZE) cache.clear()
    if (found) cache.set(key, { found, until })
    else cache.delete(key)
    return found && unexpired(found)
  }

  function unexpired({ learner, expiresAt }: Found): Learner | undefined {
    return expiresAt !== null && expiresAt <= clock() ? undefined : learner
  }

  return Object.assign(verify, {
    forgetLearner: (learnerId: string) => {
      for (const [key, { found }] of cache) if (found.learner.id === learnerId) cache.delete(key)
    },
  })
}
