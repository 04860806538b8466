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
}
