/** Where one learner stands with one problem: derived from attempts, written with them. */
export interface ProblemProgressTable {
  learner_id: string
  problem_id: string
  /** Outcome of the newest attempt. */
  status: 'solved' | 'tried' | 'stuck' | 'skipped'
  /** First solve; once set it stays, whatever later attempts say. */
  solved_at: Date | null
  last_attempt_at: Date
}
