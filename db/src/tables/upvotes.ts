import type { Generated } from 'kysely'

export interface UpvotesTable {
  learner_id: string
  problem_id: string
  /** The learner's when they voted, so that taking the vote back corrects the same count. */
  level: 'beginner' | 'intermediate' | 'advanced' | null
  created_at: Generated<Date>
}
