import type { Generated } from 'kysely'

/** Code that a learner submitted and how its tests went in their own browser; never rewritten. */
export interface SubmissionsTable {
  id: Generated<string>
  learner_id: string
  problem_id: string
  language: 'javascript' | 'typescript' | 'python'
  code: string
  outcome: 'accepted' | 'failed' | 'error' | 'timeout'
  passed: number
  total: number
  ms: number
  hints_used: number
  /** The attempt that it was recorded as. */
  attempt_id: Generated<string | null>
  idempotency_key: string | null
  created_at: Generated<Date>
}
