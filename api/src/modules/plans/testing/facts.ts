import { type IntakeInput, intakeSchema } from '../../intake/intake.schemas.ts'
import type { AttemptFact, PlanFacts } from '../plans.facts.ts'
import type { Basis } from './arbitraries.ts'

/** Facts of one learner on a Monday, as far as a test does not say otherwise. */
export function someFacts(
  basis: Basis,
  intake: Partial<IntakeInput> = {},
  more: Partial<Omit<PlanFacts, 'intake'>> = {},
): PlanFacts {
  return {
    today: '2026-03-02',
    answers: [],
    attempts: [],
    community: [],
    similar: [],
    previous: null,
    ...basis,
    ...more,
    intake: intakeSchema.parse({
      level: 'intermediate',
      role_target: ['Backend engineer'],
      timeline_weeks: 4,
      hours_per_week: 8,
      topic_confidence: { 'arrays-hashing': 3, 'two-pointers': 2, trees: 1 },
      ...intake,
    }),
  }
}

/** An attempt at a problem; its id is made from the slug. */
export function someAttempt(slug: string, outcome: AttemptFact['outcome'], date: string): AttemptFact {
  return { id: `attempt-${slug}-${date}`, slug, outcome, minutes: null, rating: null, date }
}
