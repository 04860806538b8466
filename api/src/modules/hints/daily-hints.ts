import type { Clock } from '../../shared/clock.ts'
import type { RateLimitsRepository } from '../rate-limits/rate-limits.repository.ts'
import { dailyHints, hintRunning } from './hints.errors.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** How many answers a learner may have in a day (UTC), and that it is one at a time: over all replicas. */
export type DailyHints = {
  /** Null where there is no limit. */
  left: (learnerId: string) => Promise<number | null>
  /**
   * Takes the learner's one turn and counts it.
   *
   * @throws 409 `hint.running`, 429 `hint.daily_limit`
   */
  begin: (learnerId: string) => Promise<{
    /** Takes the count back, for a hint that failed through no fault of the learner. */
    giveBack: () => Promise<void>
    end: () => Promise<void>
  }>
  secondsToTomorrow: () => number
}

export function createDailyHints({
  limit,
  turnSeconds,
  counters,
  clock,
}: {
  /** 0: no limit. */
  limit: number
  /** A turn whose process is gone is over after this long. */
  turnSeconds: number
  counters: RateLimitsRepository
  clock: Clock
}): DailyHints {
  const day = () => Math.floor(clock().getTime() / DAY_MS)
  const bucketOf = (learnerId: string) => `hints:${day()}:${learnerId}`
  const expiresAt = () => new Date((day() + 1) * DAY_MS)
  const secondsToTomorrow = () => Math.max(1, Math.ceil((expiresAt().getTime() - clock().getTime()) / 1000))

  return {
    secondsToTomorrow,

    async left(learnerId) {
      if (limit === 0) return null
      return Math.max(0, limit - (await counters.read({ bucket: bucketOf(learnerId) })))
    },

    async begin(learnerId) {
      const now = clock()
      const turn = { bucket: `hint-turn:${learnerId}`, until: new Date(now.getTime() + turnSeconds * 1000) }
      if (!(await counters.hold({ ...turn, now }))) throw hintRunning()
      const end = () => counters.release(turn)
      const counted = { bucket: bucketOf(learnerId), expiresAt: expiresAt() }
      const giveBack = async () => {
        if (limit > 0) await counters.takeBack(counted)
      }
      try {
        if (limit > 0 && (await counters.add({ ...counted, hits: 1 })) > limit) {
          await giveBack()
          throw dailyHints({ limit, seconds: secondsToTomorrow() })
        }
      } catch (error) {
        await end()
        throw error
      }
      return { giveBack, end }
    },
  }
}
