import type { CommunityFact, SimilarFact } from '../plans/plans.facts.ts'

export type ProblemStats = Omit<CommunityFact, 'weight'> & { level_upvotes: number }

/** Below this many upvotes or tags a problem's figures say nothing. */
export const MINIMUM_COUNT = 5
/** Votes that the prior holds against the real ones: a handful cannot bend a plan. */
const PRIOR = 20
/** Votes of all levels together say less to this learner than those of their own. */
const OTHER_LEVELS = 0.5

/**
 * Community figures of problems that have enough of any. The weight, from 0 to under 1, is a share shrunk towards a prior of no votes: of
 * the learner's own level where that has enough of them, else of everyone at half the strength.
 */
export function toCommunityFacts(stats: ProblemStats[]): CommunityFact[] {
  return stats.map(({ level_upvotes, ...row }) => ({
    ...row,
    weight: Math.max(shrunk(level_upvotes), OTHER_LEVELS * shrunk(row.upvotes)),
  }))
}

function shrunk(votes: number): number {
  return votes < MINIMUM_COUNT ? 0 : votes / (votes + PRIOR)
}

/** What near learners met at a topic or a problem. */
export type SimilarCounts = {
  ref: string
  of: number
  found_hard: number
  finished: number
  upvoted?: number
}

/** Each count of at least `atLeast` learners as a fact of its own. */
export function toSimilarFacts({
  kind,
  rows,
  atLeast,
}: {
  kind: SimilarFact['kind']
  rows: SimilarCounts[]
  atLeast: number
}): SimilarFact[] {
  return rows.flatMap(({ ref, of, found_hard, finished, upvoted = 0 }) =>
    [
      { ref, kind, of, finding: 'found_hard' as const, learners: found_hard },
      { ref, kind, of, finding: 'finished' as const, learners: finished },
      { ref, kind, of, finding: 'upvoted' as const, learners: upvoted },
    ].filter(({ learners }) => learners >= atLeast),
  )
}
