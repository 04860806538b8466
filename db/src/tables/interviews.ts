import type { Generated } from 'kysely'

/** A problem met as in an interview, with what the learner predicted of it. */
export interface InterviewsTable {
  id: string
  learner_id: string
  problem_id: string
  minutes: number
  pattern: Generated<string | null>
  /** Percent. */
  confidence: Generated<number | null>
  is_right: Generated<boolean | null>
  submission_id: Generated<string | null>
  started_at: Generated<Date>
  predicted_at: Generated<Date | null>
  /** Null while it is open; a learner has one open at most. */
  ended_at: Generated<Date | null>
}
