import type { AttemptFact, CatalogueProblem } from '../plans/plans.facts.ts'
import { type Difficulty, difficulties } from '../problems/problems.schemas.ts'
import type { DifficultyPace, Pace } from './progress.schemas.ts'

type Solve = { slug: string; estimated: number; actual: number; date: string }

/** First solves with minutes that a pace rests on: the newest so many, and this many at least. */
const LATEST = 30
const FEWEST = 5
/** Solves at the estimated pace that stand against the measured ones. */
const PRIOR = 3
const STEP = 0.05
const SLOWEST = 2.5
const FASTEST = 0.5

/**
 * How long a learner takes against the catalogue's minutes: the median over their latest first solves, drawn towards
 * one while there are few. Null below five solves. Attempts come oldest first.
 */
export function readPace(attempts: AttemptFact[]): Pace | null {
  const latest = firstSolves(attempts).slice(-LATEST)
  if (latest.length < FEWEST) return null
  const middle = median(latest.map(({ actual, estimated }) => actual / estimated))
  const drawn = (middle * latest.length + PRIOR) / (latest.length + PRIOR)
  const stepped = Math.round(drawn / STEP) * STEP
  const ratio = Number(Math.min(SLOWEST, Math.max(FASTEST, stepped)).toFixed(2))
  return { ratio, solves: latest.length, evidence: latest.slice(-5).reverse() }
}

/** The same by difficulty, as it was measured: medians of the latest first solves. Attempts come oldest first. */
export function readPaceByDifficulty(
  attempts: AttemptFact[],
  difficultyOf: (slug: string) => Difficulty | undefined,
): DifficultyPace[] {
  const solves = Map.groupBy(firstSolves(attempts), ({ slug }) => difficultyOf(slug))
  return difficulties.map((difficulty) => {
    const latest = (solves.get(difficulty) ?? []).slice(-LATEST)
    const of = (read: (solve: Solve) => number) => (latest.length === 0 ? null : median(latest.map(read)))
    const [estimated, actual, ratio] = [
      of((solve) => solve.estimated),
      of((solve) => solve.actual),
      of((solve) => solve.actual / solve.estimated),
    ]
    return {
      difficulty,
      solves: latest.length,
      estimated: estimated && Math.round(estimated),
      actual: actual && Math.round(actual),
      ratio: ratio && Number(ratio.toFixed(2)),
    }
  })
}

/** Each problem's first solve, where its minutes are known. */
function firstSolves(attempts: AttemptFact[]): Solve[] {
  const solvedBefore = new Set<string>()
  const solves: Solve[] = []
  for (const { slug, outcome, minutes, estimated, date } of attempts) {
    if (outcome !== 'solved' || solvedBefore.has(slug)) continue
    solvedBefore.add(slug)
    if (minutes !== null && estimated) solves.push({ slug, estimated, actual: minutes, date })
  }
  return solves
}

/** The catalogue with the minutes that this learner takes. */
export function atPace(problems: CatalogueProblem[], pace: Pace | null): CatalogueProblem[] {
  if (!pace || pace.ratio === 1) return problems
  return problems.map((problem) => ({
    ...problem,
    minutes: Math.max(5, Math.round(problem.minutes * pace.ratio)),
  }))
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 1
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}
