import type { Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { createRateLimiter, type RateLimiter } from '../modules/rate-limits/rate-limiter.ts'
import { tooManyRequests } from '../modules/rate-limits/rate-limits.errors.ts'
import type { RateLimitsRepository } from '../modules/rate-limits/rate-limits.repository.ts'
import type { Clock } from '../shared/clock.ts'
import type { AppEnv } from '../shared/request-env.ts'

/** People behind one address (a school, a company) share it: signed in, together they may do this many times as much. */
const SHARED_ADDRESS_FACTOR = 10
/** A program that runs wild with one token leaves its learner this share of the limit for the pages. */
const SHARE_OF_TOKEN = 0.5

/**
 * The request limits of a minute, kept by all replicas together: before a token is looked at, of one address; after
 * it, of one personal token and one learner, or of one address whose callers are not signed in.
 */
export function createRequestLimits(options: {
  limits: Config['limits']
  counters: RateLimitsRepository
  clock: Clock
  logger: Logger
}) {
  const { limits, ...ports } = options
  const limiter = (name: string, limit: number) =>
    createRateLimiter({ name, limit, windowSeconds: 60, ...ports })
  const ofAddress = limiter('address', limits.anonymousPerMinute * SHARED_ADDRESS_FACTOR)
  const ofAnonymous = limiter('anonymous', limits.anonymousPerMinute)
  const ofLearner = limiter('learner', limits.requestsPerMinute)
  const ofToken = limiter('token', Math.ceil(limits.requestsPerMinute * SHARE_OF_TOKEN))

  const limitAddress = createMiddleware<AppEnv>((c, next) => take(ofAddress, c.get('address'), next))
  const limitCaller = createMiddleware<AppEnv>((c, next) => {
    const learner = c.get('learner')
    if (learner) {
      const ofAll = () => take(ofLearner, learner.id, next)
      return learner.personalToken ? take(ofToken, learner.personalToken.id, ofAll) : ofAll()
    }
    return c.get('service') ? next() : take(ofAnonymous, c.get('address'), next)
  })
  return { limitAddress, limitCaller }
}

function take(limiter: RateLimiter, caller: string | undefined, next: Next): Promise<void> {
  const pass = (seconds: number) => {
    if (seconds > 0) throw tooManyRequests(seconds)
    return next()
  }
  if (caller === undefined) return next()
  const wait = limiter(caller)
  // Most hits are decided in memory: no promise, no turn of the event loop.
  return typeof wait === 'number' ? pass(wait) : wait.then(pass)
}
