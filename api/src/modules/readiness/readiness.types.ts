import type { Outcome } from '../../shared/outcomes.ts'
import type { Intake } from '../intake/intake.schemas.ts'
import type { Difficulty } from '../problems/problems.schemas.ts'

export type ModelTopic = { slug: string; prerequisites: string[]; stage: number }
export type ModelProblem = { slug: string; topic: string; difficulty: Difficulty; minutes: number }
/** An attempt of the learner; `date` is their own day, `YYYY-MM-DD`. */
export type ModelAttempt = {
  slug: string
  outcome: Outcome
  minutes: number | null
  rating: 'again' | 'hard' | 'good' | 'easy' | null
  hints_used?: number | null
  date: string
  /** Whether it was made in an interview of the app. */
  interview?: boolean
}
export type ModelIntake = Pick<Intake, 'level' | 'topic_confidence' | 'known_topics'>

/** All that the learner model rests on; `attempts` are oldest first. */
export type ModelFacts = {
  intake: ModelIntake
  topics: ModelTopic[]
  problems: ModelProblem[]
  attempts: ModelAttempt[]
}
