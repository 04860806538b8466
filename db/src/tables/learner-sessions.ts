/** Tokens of sessions that began before `not_before` are refused. */
export interface LearnerSessionsTable {
  learner_id: string
  not_before: Date
}
