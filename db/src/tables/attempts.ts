import type { Generated } from 'kysely'

export interface AttemptsTable {
  id: Generated<string>
  learner_id: string
  problem_id: string
  outcome: 'solved' | 'tried' | 'stuck' | 'skipped'
  minutes: number | null
  rating: 'again' | 'hard' | 'good' | 'easy' | null
  started_at: Date | null
  created_at: Generated<Date>
  idempotency_key: string | null
  hints_used: Generated<number | null>
  /** The item of a plan that this was for. */
  item_id: Generated<string | null>
  /** The problem whose review this stood for, when another of its pattern was met instead. */
  for_problem_id: Generated<string | null>
  /** Taken back by the learner: it counts nowhere, and is not rewritten. */
  retracted_at: Generated<Date | null>
  /** The paste of an earlier history that it came with, and the moment of that paste. */
  paste_id: Generated<string | null>
  pasted_at: Generated<Date | null>
}
