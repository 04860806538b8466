import type { Generated } from 'kysely'

/** Days, both ends included, on which a learner does not study. */
export interface BreaksTable {
  id: Generated<string>
  learner_id: string
  /** `YYYY-MM-DD`. */
  from_date: string
  to_date: string
  created_at: Generated<Date>
}
