/** When one learner should meet one problem again: replayed from attempts, written with them. */
export interface ReviewCardsTable {
  learner_id: string
  problem_id: string
  due: Date
  stability: number
  difficulty: number
  /** As ts-fsrs numbers them: 0 new, 1 learning, 2 review, 3 relearning. */
  state: number
  reps: number
  lapses: number
  last_review: Date
}
