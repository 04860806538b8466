import type { Attempt, CreateAttempt } from './attempts.schemas.ts'

/** A learner's device may run ahead of this clock by this much. */
const CLOCK_TOLERANCE_MS = 5_000

export type NewAttempt = {
  outcome: Attempt['outcome']
  minutes: number | null
  rating: Attempt['rating']
  started_at: Date | null
}

export type AttemptRow = NewAttempt & { id: string; problem: string; created_at: Date }

export function toNewAttempt(body: CreateAttempt): NewAttempt {
  return {
    outcome: body.outcome,
    minutes: body.minutes ?? null,
    rating: body.rating ?? null,
    started_at: body.started_at === undefined ? null : new Date(body.started_at),
  }
}

export function isInFuture(moment: Date, now: Date): boolean {
  return moment.getTime() > now.getTime() + CLOCK_TOLERANCE_MS
}

/** Whether a request that repeats an idempotency key says what the first one said. */
export function isSameAttempt(first: NewAttempt, second: NewAttempt): boolean {
  return (
    first.outcome === second.outcome &&
    first.minutes === second.minutes &&
    first.rating === second.rating &&
    first.started_at?.getTime() === second.started_at?.getTime()
  )
}

export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    problem: row.problem,
    outcome: row.outcome,
    minutes: row.minutes,
    rating: row.rating,
    started_at: row.started_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}
