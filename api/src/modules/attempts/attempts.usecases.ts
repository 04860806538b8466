import type { Clock } from '../../shared/clock.ts'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { invalidRequest } from '../../shared/errors.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { isInFuture, toAttempt, toNewAttempt } from './attempts.models.ts'
import type { AttemptsRepository } from './attempts.repository.ts'
import type {
  Attempt,
  AttemptPage,
  CompleteAttempt,
  CreateAttempt,
  ListAttemptsQuery,
} from './attempts.schemas.ts'

/**
 * Records an attempt at a problem.
 *
 * @throws 400 at `started_at` when it lies in the future, 404 `problem.not_found`, 422 `idempotency.mismatch`
 */
export async function recordAttempt(options: {
  slugOrId: string
  learnerId: string
  body: CreateAttempt
  idempotencyKey: string | undefined
  attempts: AttemptsRepository
  problems: ProblemsRepository
  clock: Clock
}): Promise<Attempt> {
  const attempt = toNewAttempt(options.body)
  if (attempt.started_at && isInFuture(attempt.started_at, options.clock()))
    throw invalidRequest([{ field: 'started_at', message: 'In the future; give the moment it began.' }])
  const problem = await options.problems.findId({ slugOrId: options.slugOrId, learnerId: options.learnerId })
  if (!problem) throw problemNotFound()
  const { learnerId, idempotencyKey } = options
  return toAttempt(
    await options.attempts.record({ learnerId, problem, idempotencyKey, attempt, now: options.clock() }),
  )
}

/** Completes what an attempt leaves open: how it felt, how long it took, the hints. */
export async function completeAttempt(options: {
  learnerId: string
  attemptId: string
  body: CompleteAttempt
  attempts: AttemptsRepository
}): Promise<Attempt> {
  const { learnerId, attemptId, body } = options
  return toAttempt(await options.attempts.complete({ learnerId, attemptId, body }))
}

/** Takes an attempt back within a day. */
export async function retractAttempt(options: {
  learnerId: string
  attemptId: string
  attempts: AttemptsRepository
  clock: Clock
}): Promise<Attempt> {
  const { learnerId, attemptId, attempts, clock } = options
  return toAttempt(await attempts.retract({ learnerId, attemptId, now: clock() }))
}

/** One keyset page of the learner's own attempts, newest first: at one problem, or at all of them. */
export async function listAttempts(options: {
  slugOrId?: string
  learnerId: string
  query: ListAttemptsQuery
  attempts: AttemptsRepository
  problems: ProblemsRepository
}): Promise<AttemptPage> {
  const { learnerId, query, slugOrId } = options
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const problem = slugOrId === undefined ? undefined : await options.problems.findId({ slugOrId, learnerId })
  if (slugOrId !== undefined && !problem) throw problemNotFound()
  const rows = await options.attempts.list({ learnerId, problemId: problem?.id, after, limit: query.limit })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: toAttempt,
  })
}
