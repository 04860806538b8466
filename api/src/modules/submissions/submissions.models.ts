import type { CreateSubmission, SubmissionItem, SuggestedAttempt } from './submissions.schemas.ts'

export type SubmissionRow = Omit<SubmissionItem, 'created_at'> & { created_at: Date }

export function toSubmissionItem(row: SubmissionRow): SubmissionItem {
  const { id, problem, language, outcome, passed, total, ms, hints_used, attempt_id } = row
  const item = { id, problem, language, outcome, passed, total, ms, hints_used, attempt_id }
  return { ...item, created_at: row.created_at.toISOString() }
}

/** True if a request that repeats an idempotency key submits the same code. */
export function isSameSubmission(
  first: Omit<CreateSubmission, 'minutes'>,
  second: Omit<CreateSubmission, 'minutes'>,
): boolean {
  const keys = ['language', 'code', 'outcome', 'passed', 'total', 'ms', 'hints_used'] as const
  return keys.every((key) => first[key] === second[key])
}

/** More than twice the time that was planned is a hard solve by itself. */
const SLOW = 2
const LATE = 1.3
const QUICK = 0.6

/**
 * Suggests an attempt for a submission. Time, hints and failed submissions each make a solve harder; only a quick first
 * submission without a hint counts as easy.
 */
export function suggestAttempt(options: {
  outcome: SubmissionItem['outcome']
  minutes: number | undefined
  /** Planned minutes of the problem. */
  estimate: number
  hintsUsed: number
  failedBefore: number
}): SuggestedAttempt {
  const { outcome, minutes = null, estimate, hintsUsed, failedBefore } = options
  const said = { minutes, hints_used: hintsUsed }
  if (outcome !== 'accepted') return { ...said, outcome: 'tried', rating: 'again' }
  const share = minutes === null ? 1 : minutes / estimate
  const effort = hintsUsed + (failedBefore >= 3 ? 2 : failedBefore > 0 ? 1 : 0) + lateness(share)
  if (effort >= 2) return { ...said, outcome: 'solved', rating: 'hard' }
  return { ...said, outcome: 'solved', rating: effort === 0 && share <= QUICK ? 'easy' : 'good' }
}

function lateness(share: number): number {
  if (share > SLOW) return 2
  return share > LATE ? 1 : 0
}
