import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ProblemError } from '../shared/errors.ts'
import type { AppEnv } from './app-types.ts'

/** At most `perMinute` requests a learner and minute; over it 429 with `Retry-After`. */
export function rateLimit(perMinute: number) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return createMiddleware<AppEnv>(async (c, next) => {
    const learner = c.get('learner')
    if (learner) await limiter.consume(learner.id).catch(refuse)
    await next()
  })
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason
  const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
  throw new ProblemError({
    status: 429,
    code: 'rate.limited',
    title: 'Too many requests',
    detail: `Try again in ${seconds} seconds.`,
    headers: { 'retry-after': String(seconds) },
  })
}
