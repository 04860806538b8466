import { randomUUID } from 'node:crypto'
import type { AttemptFact } from '../plans/plans.facts.ts'

/** A solve of two-sum, estimated at 20 minutes, that says nothing of its own time. */
export function anAttempt(changes: Partial<AttemptFact> = {}): AttemptFact {
  return {
    id: randomUUID(),
    slug: 'two-sum',
    outcome: 'solved',
    minutes: null,
    rating: null,
    date: '2026-05-04',
    estimated: 20,
    ...changes,
  }
}
