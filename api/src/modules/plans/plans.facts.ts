import type { Outcome } from '../../shared/outcomes.ts'
import type { Answer, Intake } from '../intake/intake.schemas.ts'
import type { Difficulty } from '../problems/problems.schemas.ts'
import type { PlanJson } from './plans.schemas.ts'

/** A problem as planning sees it. */
export type CatalogueProblem = {
  id: string
  slug: string
  number: number
  title: string
  topic: string
  difficulty: Difficulty
  patterns: string[]
  minutes: number
  lists: string[]
  premium: boolean
}

export type CatalogueTopic = { slug: string; title: string; prerequisites: string[]; stage: number }

/** One attempt of the learner, oldest first in `PlanFacts.attempts`. */
export type AttemptFact = {
  id: string
  slug: string
  outcome: Outcome
  minutes: number | null
  rating: 'again' | 'hard' | 'good' | 'easy' | null
  /** The day it was recorded, in the learner's time zone. */
  date: string
  hints_used?: number | null
  /** The catalogue's minutes for the problem. */
  estimated?: number
  /** The item of a plan that it was for. */
  item_id?: string | null
  /** The moment it was recorded, ISO 8601 in UTC. */
  at?: string
}

/** Days, both ends included, on which nothing is planned. */
export type BreakFact = { from: string; to: string }

/** When a problem that was met should come again. */
export type CardFact = {
  slug: string
  /** The learner's day on which it is due, not after the interview. */
  due: string
  /** How likely it is still remembered, 0–1. */
  retrievability: number
  reps: number
}

/** Community figures of one problem; figures below the minimum count are left out. */
export type CommunityFact = {
  slug: string
  /** Smoothed and capped, from 0 to 1: how much it may count. */
  weight: number
  upvotes: number
  too_hard: number
  good_intro: number
  pattern_practice: number
}

/** Figures of learners with near profiles; at least three learners stand behind each. */
export type SimilarFact = {
  /** A topic's slug or a problem's. */
  ref: string
  kind: 'topic' | 'problem'
  finding: 'found_hard' | 'finished' | 'upvoted'
  learners: number
  /** Of how many near learners. */
  of: number
}

export type KnowledgeFact = { topic: string; heading: string; body: string }

/** All that a plan may rest on. Every piece of evidence points into this. */
export type PlanFacts = {
  /** The learner's own today. */
  today: string
  intake: Intake
  /** Everything ever answered to "what felt hardest?", oldest first. */
  answers: Answer[]
  topics: CatalogueTopic[]
  problems: CatalogueProblem[]
  attempts: AttemptFact[]
  community: CommunityFact[]
  similar: SimilarFact[]
  knowledge: KnowledgeFact[]
  /** Days off; none when absent. */
  breaks?: BreakFact[]
  /** The plan that this one follows. */
  previous: PlanJson | null
  /** The moment `previous` was generated, ISO 8601 in UTC. */
  previousMadeAt?: string | null
}

/** A model's answer after its shape was checked; its ids and texts are still untrusted. */
export type Proposal = {
  weeks: {
    theme: string
    days: { problems: { id: string; reason: string }[] }[]
  }[]
}
