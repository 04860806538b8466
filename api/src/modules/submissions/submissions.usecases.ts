import type { Clock } from '../../shared/clock.ts'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { invalidRequest } from '../../shared/errors.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import { isInFuture, toAttempt, toNewAttempt } from '../attempts/attempts.models.ts'
import type { Attempt, CreateAttempt } from '../attempts/attempts.schemas.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { submissionNotFound } from './submissions.errors.ts'
import { suggestAttempt, toSubmissionItem } from './submissions.models.ts'
import type { SubmissionsRepository } from './submissions.repository.ts'
import type {
  CreateSubmission,
  ListSubmissionsQuery,
  Submission,
  SubmissionPage,
  Submitted,
} from './submissions.schemas.ts'

type Deps = { submissions: SubmissionsRepository; problems: ProblemsRepository }

/**
 * Keeps what the learner's browser found of their code, and says what an attempt could say of it.
 *
 * @throws 404 `problem.not_found`, 422 `idempotency.mismatch`
 */
export async function submitCode(
  options: Deps & {
    slugOrId: string
    learnerId: string
    body: CreateSubmission
    idempotencyKey: string | undefined
  },
): Promise<Submitted> {
  const { slugOrId, learnerId, idempotencyKey, submissions, problems } = options
  const { minutes, ...submission } = options.body
  const problem = await problems.find({ slugOrId, learnerId })
  if (!problem || problem.own) throw problemNotFound()
  const row = await submissions.record({ learnerId, problem, idempotencyKey, submission })
  const failedBefore = await submissions.countFailedBefore({
    learnerId,
    problemId: problem.id,
    submissionId: row.id,
  })
  const { outcome, hints_used: hintsUsed } = row
  return {
    ...toSubmissionItem(row),
    suggested_attempt: suggestAttempt({
      outcome,
      minutes,
      estimate: problem.minutes,
      hintsUsed,
      failedBefore,
    }),
  }
}

/** One keyset page of the learner's own submissions at a problem, newest first, without their code. */
export async function listSubmissions(
  options: Deps & { slugOrId: string; learnerId: string; query: ListSubmissionsQuery },
): Promise<SubmissionPage> {
  const { slugOrId, learnerId, query, submissions, problems } = options
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const problem = await problems.findId({ slugOrId })
  if (!problem) throw problemNotFound()
  const rows = await submissions.list({ learnerId, problemId: problem.id, after, limit: query.limit })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: (row) => toSubmissionItem({ ...row, problem: problem.slug }),
  })
}

export async function getSubmission(options: {
  learnerId: string
  id: string
  submissions: SubmissionsRepository
}): Promise<Submission> {
  const row = await options.submissions.find(options)
  if (!row) throw submissionNotFound()
  return { ...toSubmissionItem(row), code: row.code }
}

/**
 * Records a submission as an attempt.
 *
 * @throws 400 at `started_at` when it lies in the future, 404 `submission.not_found`, 422 `idempotency.mismatch`
 */
export async function recordSubmissionAttempt(options: {
  learnerId: string
  id: string
  body: CreateAttempt
  submissions: SubmissionsRepository
  clock: Clock
}): Promise<Attempt> {
  const { learnerId, id, submissions, clock } = options
  const attempt = toNewAttempt(options.body)
  if (attempt.started_at && isInFuture(attempt.started_at, clock()))
    throw invalidRequest([{ field: 'started_at', message: 'In the future; give the moment it began.' }])
  return toAttempt(await submissions.recordAttempt({ learnerId, id, attempt, now: clock() }))
}
