import { ProblemError } from '../../shared/errors.ts'

export function tooManyRequests(seconds: number): ProblemError {
  return new ProblemError({
    status: 429,
    code: 'rate.limited',
    title: 'Too many requests',
    detail: `Try again in ${seconds} seconds.`,
    headers: { 'retry-after': String(seconds) },
  })
}
