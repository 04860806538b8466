import type { CatalogueProblem, CommunityFact, PlanFacts, SimilarFact } from '../plans/plans.facts.ts'
import { difficulties } from '../problems/problems.schemas.ts'

/** Counts of a problem, as they are stored; the last are the upvotes of learners of one level. */
export type ProblemCounts = [
  id: string,
  upvotes: number,
  tooHard: number,
  goodIntro: number,
  patternPractice: number,
  levelUpvotes: number,
]

/** Below this many upvotes or tags a problem's figures say nothing. */
export const MINIMUM_COUNT = 5
/** Votes that the prior holds against the real ones: a handful cannot bend a plan. */
const PRIOR = 20
/** Votes of all levels together say less to this learner than those of their own. */
const OTHER_LEVELS = 0.5

/**
 * Community figures of the problems that have enough of any, in their order. The weight, from 0 to under 1, is a share
 * shrunk towards a prior of no votes: of the learner's own level where that has enough of them, else of everyone at
 * half the strength.
 */
export function toCommunityFacts(problems: CatalogueProblem[], counts: ProblemCounts[]): CommunityFact[] {
  const countsOf = new Map(counts.map((one) => [one[0], one]))
  return problems.flatMap(({ id, slug }) => {
    const found = countsOf.get(id)
    if (!found) return []
    const [, upvotes, too_hard, good_intro, pattern_practice, levelUpvotes] = found
    const weight = Math.max(shrunk(levelUpvotes), OTHER_LEVELS * shrunk(upvotes))
    return [{ slug, upvotes, too_hard, good_intro, pattern_practice, weight }]
  })
}

function shrunk(votes: number): number {
  return votes < MINIMUM_COUNT ? 0 : votes / (votes + PRIOR)
}

/** Counts of near learners for a topic or a problem. */
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

/** A topic that the learner rates as firm has its problems come this many turns later. */
const FIRM_LATER = 3

/**
 * Those of `problems` worth offering to the model, best first and at most `limit`: of topics the learner needs, not
 * met, allowed, from the known lists, liked by others. Taken turn by turn from topics and difficulties, so that none
 * crowds the others out.
 */
export function rankCandidates({
  facts,
  problems,
  limit,
}: {
  facts: PlanFacts
  problems: CatalogueProblem[]
  limit: number
}): CatalogueProblem[] {
  const { intake } = facts
  const last = new Map(facts.attempts.map(({ slug, outcome }) => [slug, outcome]))
  const solved = new Set(facts.attempts.flatMap(({ slug, outcome }) => (outcome === 'solved' ? [slug] : [])))
  const upvotes = new Map(facts.community.map((fact) => [fact.slug, fact.upvotes]))
  const stages = new Map(facts.topics.map(({ slug, stage }) => [slug, stage]))
  const confidence = (topic: string) =>
    intake.topic_confidence[topic] ?? (intake.level === 'beginner' ? 2 : 3)
  const isOpen = ({ slug }: CatalogueProblem) =>
    !solved.has(slug) && [undefined, 'skipped'].includes(last.get(slug))
  const worth = ({ topic, slug, lists }: CatalogueProblem) =>
    5 -
    confidence(topic) +
    listWorth(lists) +
    likedWorth(upvotes.get(slug) ?? 0) -
    (last.get(slug) === 'skipped' ? 2 : 0)

  const allowed = problems.filter(
    (problem) =>
      isOpen(problem) &&
      stages.has(problem.topic) &&
      !intake.known_topics.includes(problem.topic) &&
      (intake.allow_premium || !problem.premium),
  )
  const groups = Map.groupBy(allowed, ({ topic, difficulty }) => `${topic} ${difficulty}`)
  return [...groups.values()]
    .flatMap((group) =>
      group
        .map((problem) => ({ problem, worth: worth(problem) }))
        .sort((a, b) => b.worth - a.worth || a.problem.number - b.problem.number)
        .map(({ problem }, turn) => ({
          problem,
          key: [
            turn + (confidence(problem.topic) >= 4 ? FIRM_LATER : 0),
            confidence(problem.topic),
            stages.get(problem.topic) ?? 0,
            difficulties.indexOf(problem.difficulty),
            problem.number,
          ],
        })),
    )
    .sort((a, b) => compareKeys(a.key, b.key))
    .slice(0, limit)
    .map(({ problem }) => problem)
}

function listWorth(lists: string[]): number {
  if (lists.includes('blind75')) return 3
  if (lists.includes('grind75') || lists.includes('neetcode150')) return 2
  return lists.length > 0 ? 1 : 0
}

function likedWorth(upvotes: number): number {
  return upvotes < MINIMUM_COUNT ? 0 : Math.min(1, upvotes / 50)
}

function compareKeys(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
