/** Sessions that were signed out; each row is needed until the session would have ended by itself. */
export interface EndedSessionsTable {
  learner_id: string
  session_id: string
  expires_at: Date
}
