import type { OwnProblemInput } from './own-problems.schemas.ts'

/** The body of a problem of one's own. */
export function anOwnProblem(changes: Partial<OwnProblemInput> = {}): OwnProblemInput {
  return {
    title: 'The onsite warm-up',
    url: 'https://example.org/onsite/warm-up?round=2',
    topic: 'trees',
    difficulty: 'medium',
    minutes: 35,
    ...changes,
  }
}
