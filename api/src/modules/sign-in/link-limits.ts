import type { Logger } from 'pino'
import type { Config } from '../../config/config.ts'
import type { Clock } from '../../shared/clock.ts'
import { createRateLimiter } from '../rate-limits/rate-limiter.ts'
import { tooManyRequests } from '../rate-limits/rate-limits.errors.ts'
import type { RateLimitsRepository } from '../rate-limits/rate-limits.repository.ts'
import { mailboxOf } from './sign-in.models.ts'

/** As long as a link lives. */
const WINDOW_SECONDS = 10 * 60

export type LinkLimits = ReturnType<typeof createLinkLimits>

/** How many sign-in links may go to one mailbox, and be asked for from one network address, whatever replica is asked. */
export function createLinkLimits({
  limits,
  ...ports
}: {
  limits: Config['limits']
  counters: RateLimitsRepository
  clock: Clock
  logger: Logger
}) {
  const limiter = (name: string, limit: number) =>
    createRateLimiter({ name, limit, windowSeconds: WINDOW_SECONDS, ...ports })
  const ofMailbox = limiter('link-mailbox', limits.linksPerEmail)
  const ofAddress = limiter('link-address', limits.linksPerAddress)

  return {
    /**
     * Counts a link that is about to be made.
     *
     * @throws 429 with the seconds to wait
     */
    async take({
      identifier,
      address,
    }: {
      /** Absent: nothing is mailed. */
      identifier: string | undefined
      address: string | undefined
    }): Promise<void> {
      const byAddress = address === undefined ? 0 : await ofAddress(address)
      const wait = byAddress || (identifier === undefined ? 0 : await ofMailbox(mailboxOf(identifier)))
      if (wait > 0) throw tooManyRequests(wait)
    },
  }
}
