import { type CreateAttempt, createAttemptSchema, type Outcome } from '@codify/api/contract'
import type { Rating } from './labels.ts'

export type AttemptForm = {
  outcome: Outcome | undefined
  minutes: string
  rating: Rating | undefined
  /** When the stopwatch was started, in milliseconds, if it was. */
  startedAt: number | undefined
}

export type AttemptErrors = { outcome?: string; minutes?: string }

/** The body to send, or what to mend and where. A problem that was skipped took no time and felt like nothing. */
export function toAttemptBody(form: AttemptForm): { body: CreateAttempt } | { errors: AttemptErrors } {
  if (!form.outcome) return { errors: { outcome: 'Choose how it went.' } }
  if (form.outcome === 'skipped') return { body: { outcome: 'skipped' } }
  const typed = form.minutes.trim()
  const parsed = createAttemptSchema.safeParse({
    outcome: form.outcome,
    ...(typed && { minutes: Number(typed) }),
    ...(form.rating && { rating: form.rating }),
    ...(form.startedAt !== undefined && { started_at: new Date(form.startedAt).toISOString() }),
  })
  if (parsed.success) return { body: parsed.data }
  const issue = parsed.error.issues.find(({ path }) => path[0] === 'minutes')
  return { errors: { minutes: issue ? wordsFor(typed, issue.message) : 'Check the minutes.' } }
}

function wordsFor(typed: string, message: string): string {
  return Number.isFinite(Number(typed)) ? message : 'Whole minutes.'
}
