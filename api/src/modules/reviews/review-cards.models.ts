import { type Card, createEmptyCard, fsrs, type Grade, Rating, State } from 'ts-fsrs'
import type { Outcome, ratings } from '../../shared/outcomes.ts'

/** Memory state of one problem; `due` is not yet limited by the interview date. */
export type ReviewCard = {
  due: Date
  stability: number
  difficulty: number
  state: number
  reps: number
  lapses: number
  last_review: Date
}
export type GradedAttempt = {
  outcome: Outcome
  rating: (typeof ratings)[number] | null
  hints_used: number | null
  created_at: Date
}

/** Attempts this close together are one meeting: the first says what was remembered. */
const ONE_MEETING_MS = 8 * 3_600_000
// Whole days, the same for everyone and on every replay: no fuzz, no steps of minutes.
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false })

/** How well a problem was remembered; null for a skip, which says nothing. */
export function gradeOf({ outcome, rating, hints_used }: Omit<GradedAttempt, 'created_at'>): Grade | null {
  if (outcome === 'skipped') return null
  if (outcome !== 'solved' || rating === 'again') return Rating.Again
  if (rating === 'hard' || (hints_used ?? 0) >= 2) return Rating.Hard
  return rating === 'easy' && !hints_used ? Rating.Easy : Rating.Good
}

/** The card that a problem's attempts, oldest first, lead to; null when none of them is a meeting. */
export function replayCard(attempts: GradedAttempt[]): ReviewCard | null {
  let card: Card | null = null
  let last = Number.NEGATIVE_INFINITY
  for (const attempt of attempts) {
    const grade = gradeOf(attempt)
    const at = attempt.created_at.getTime()
    if (grade === null || at - last < ONE_MEETING_MS) continue
    card = scheduler.next(card ?? createEmptyCard(attempt.created_at), attempt.created_at, grade).card
    last = at
  }
  if (!card?.last_review) return null
  const { due, stability, difficulty, state, reps, lapses, last_review } = card
  return { due, stability, difficulty, state, reps, lapses, last_review }
}

/** How likely the problem is still remembered, 0–1. */
export function retrievability(
  card: Pick<ReviewCard, 'stability' | 'last_review' | 'state'>,
  now: Date,
): number {
  if (card.state === State.New) return 0
  const elapsed = Math.max(0, (now.getTime() - card.last_review.getTime()) / 86_400_000)
  return scheduler.forgetting_curve(elapsed, card.stability)
}
