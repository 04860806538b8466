import type { Logger } from 'pino'
import type { Clock } from '../../shared/clock.ts'
import type { RateLimitsRepository } from './rate-limits.repository.ts'

/** Callers one process counts at a time. */
const CALLERS_MAX = 100_000
/** A process tells the others of every tenth of a limit that it let through. */
const SHARES = 10

type Count = { window: number; total: number; unshared: number; exchange?: Promise<boolean> | undefined }

/**
 * Counts one hit of a caller.
 *
 * @returns 0 when it may pass, else the seconds until it may try again
 */
export type RateLimiter = (caller: string) => number | Promise<number>

/**
 * A limit that all replicas keep together. Hits are counted in memory; every tenth of the limit goes through the
 * database, which answers what all of them counted. So `replicas` processes never let more through in a window than
 * the limit and a tenth of it for each of them, and most callers cost no write at all. Where the database does not
 * answer, each process keeps the limit by itself.
 */
export function createRateLimiter({
  name,
  limit,
  windowSeconds,
  isExact = false,
  counters,
  clock,
  logger,
}: {
  name: string
  /** 0: no limit. */
  limit: number
  windowSeconds: number
  /** Every hit is shared at once: for what is rare and dear. */
  isExact?: boolean
  counters: Pick<RateLimitsRepository, 'add'>
  clock: Clock
  logger: Logger
}): RateLimiter {
  const counts = new Map<string, Count>()
  const share = isExact ? 1 : Math.max(1, Math.floor(limit / SHARES))
  const windowMs = windowSeconds * 1000

  function take(caller: string): number | Promise<number> {
    if (limit === 0) return 0
    const now = clock().getTime()
    const window = Math.floor(now / windowMs)
    const count = countOf(caller, window)
    const wait = Math.max(1, Math.ceil(((window + 1) * windowMs - now) / 1000))
    if (count.total >= limit) return wait
    // The count of the other processes is being loaded: no request passes before it.
    if (count.exchange) return count.exchange.then(() => take(caller))
    count.total++
    count.unshared++
    if (count.unshared < share) return 0
    count.exchange = exchange({ caller, count })
    return count.exchange.then((isOver) => (isOver ? wait : 0))
  }

  function countOf(caller: string, window: number): Count {
    const known = counts.get(caller)
    if (known?.window === window) return known
    if (counts.size >= CALLERS_MAX) counts.clear()
    const fresh = { window, total: 0, unshared: 0 }
    counts.set(caller, fresh)
    return fresh
  }

  /** Tells the others, hears of theirs, and says whether all together are over the limit. */
  async function exchange({ caller, count }: { caller: string; count: Count }): Promise<boolean> {
    const hits = count.unshared
    count.unshared = 0
    try {
      const total = await counters.add({
        bucket: `${name}:${count.window}:${caller}`,
        hits,
        expiresAt: new Date((count.window + 1) * windowMs),
      })
      count.total = Math.max(count.total, total)
      return total > limit
    } catch (err) {
      logger.warn({ err, limit: name }, 'a rate limit is kept by this process alone')
      return false
    } finally {
      count.exchange = undefined
    }
  }

  return take
}
