import type { Attempt, CompleteAttempt, CreateAttempt } from './attempts.schemas.ts'

/** A learner's device may run ahead of this clock by this much. */
const CLOCK_TOLERANCE_MS = 5_000
/** For this long an attempt can be taken back. */
const UNDO_MS = 24 * 3_600_000

export type NewAttempt = {
  outcome: Attempt['outcome']
  minutes: number | null
  rating: Attempt['rating']
  hints_used: number | null
  item_id: string | null
  started_at: Date | null
}

export type AttemptRow = NewAttempt & {
  id: string
  problem: string
  created_at: Date
  retracted_at: Date | null
  paste_id: string | null
  pasted_at: Date | null
}

export function toNewAttempt(body: CreateAttempt): NewAttempt {
  return {
    outcome: body.outcome,
    minutes: body.minutes ?? null,
    rating: body.rating ?? null,
    hints_used: body.hints_used ?? null,
    item_id: body.item_id ?? null,
    started_at: body.started_at === undefined ? null : new Date(body.started_at),
  }
}

export function isInFuture(moment: Date, now: Date): boolean {
  return moment.getTime() > now.getTime() + CLOCK_TOLERANCE_MS
}

/** True for a day after an attempt was recorded; a pasted one may have happened long before. */
export function canBeTakenBack(attempt: { created_at: Date; pasted_at: Date | null }, now: Date): boolean {
  return (attempt.pasted_at ?? attempt.created_at) > undoableSince(now)
}

export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - UNDO_MS)
}

/**
 * True if a request that repeats an idempotency key agrees with the first one. Fields that the repetition leaves out
 * may have been completed since.
 */
export function isSameAttempt(first: NewAttempt, second: NewAttempt): boolean {
  return (
    first.outcome === second.outcome &&
    (second.minutes === null || first.minutes === second.minutes) &&
    (second.rating === null || first.rating === second.rating) &&
    (second.hints_used === null || first.hints_used === second.hints_used) &&
    first.item_id === second.item_id &&
    first.started_at?.getTime() === second.started_at?.getTime()
  )
}

const completable = ['minutes', 'rating', 'hints_used'] as const

/** The fields that a completion would change although they are set. */
export function alreadySet(attempt: NewAttempt, body: CompleteAttempt): string[] {
  return completable.filter(
    (field) => body[field] !== undefined && attempt[field] !== null && attempt[field] !== body[field],
  )
}

export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    problem: row.problem,
    outcome: row.outcome,
    minutes: row.minutes,
    rating: row.rating,
    hints_used: row.hints_used,
    item_id: row.item_id,
    started_at: row.started_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    retracted_at: row.retracted_at?.toISOString() ?? null,
    paste_id: row.paste_id,
    pasted_at: row.pasted_at?.toISOString() ?? null,
  }
}
