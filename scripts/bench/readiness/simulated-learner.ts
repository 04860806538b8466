import type { CatalogueProblem, CatalogueTopic } from '../../../api/src/modules/plans/plans.facts.ts'
import type { World } from './worlds.ts'

/** A piece of knowledge that one practice left: how much, when, and how long it holds. */
type Trace = { amount: number; day: number; scale: number }

type Truth = { base: number; traces: Trace[]; problems: number; lastDay: number }

const DIFFICULTY = { easy: -1, medium: 0.5, hard: 1.9 }
const GUESS = 0.02
const SLIP = 0.04
const STEEPNESS = 1.15
const PATTERN_MOST = 0.5

/**
 * A learner whose true skills are known: traces of practice that fade by a power law, familiarity with patterns beside
 * topics, problems that differ within a difficulty, guesses and slips.
 */
export function createSimulatedLearner(options: {
  world: World
  topics: CatalogueTopic[]
  problems: CatalogueProblem[]
  /** True skill of each topic at the start, in logits. */
  start: Map<string, number>
  random: () => number
}) {
  const { world, topics, problems, random } = options
  const truths = new Map(
    topics.map(({ slug }): [string, Truth] => [
      slug,
      { base: options.start.get(slug) ?? 0, traces: [], problems: 0, lastDay: -1 },
    ]),
  )
  const prerequisites = new Map(topics.map((topic) => [topic.slug, topic.prerequisites]))
  const dependents = new Map(
    topics.map(({ slug }) => [slug, topics.filter((topic) => topic.prerequisites.includes(slug))]),
  )
  const patterns = new Map<string, number>()
  const seen = new Map<string, number>()

  function knowledge(topic: string, day: number): number {
    const truth = truths.get(topic)
    if (!truth) return 0
    return truth.traces.reduce(
      (sum, { amount, day: from, scale }) =>
        sum + amount * (1 + Math.max(0, day - from) / scale) ** -world.exponent,
      truth.base,
    )
  }

  function ability(problem: CatalogueProblem, day: number): number {
    const before = prerequisites.get(problem.topic) ?? []
    const lack = before.reduce((sum, slug) => sum + Math.max(0, -knowledge(slug, day)), 0)
    const familiar = problem.patterns.reduce((sum, slug) => sum + (patterns.get(slug) ?? 0), 0)
    const held = before.length === 0 ? 0 : (world.prerequisites * lack) / before.length
    return knowledge(problem.topic, day) - held + PATTERN_MOST * (1 - Math.exp(-familiar))
  }

  function chance(problem: CatalogueProblem, day: number): number {
    const logit = STEEPNESS * (ability(problem, day) - DIFFICULTY[problem.difficulty] - quirkOf(problem.slug))
    return GUESS + (1 - GUESS - SLIP) / (1 + Math.exp(-logit))
  }

  return {
    /** Tries a problem; learns from it either way. */
    practise(problem: CatalogueProblem, day: number): void {
      const truth = truths.get(problem.topic)
      const expected = chance(problem, day)
      const times = seen.get(problem.slug) ?? 0
      const solved = random() < (times > 0 ? expected + (1 - expected) * 0.35 : expected)
      if (!truth) return
      const away = (expected - world.best) / world.width
      const right = 0.15 + 0.85 * Math.exp(-0.5 * away * away)
      const amount =
        world.rate *
        right *
        (1 + truth.problems) ** -world.fatigue *
        (solved ? 1 : 0.6) *
        (times > 0 ? 0.4 : 1)
      const gap = truth.lastDay < 0 ? 0 : day - truth.lastDay
      if (solved && gap > 0)
        for (const trace of truth.traces)
          trace.scale = Math.min(400, trace.scale * (1 + 0.8 * Math.min(1, gap / trace.scale)))
      truth.traces.push({ amount, day, scale: world.scale })
      truth.problems += times > 0 ? 0.4 : 1
      truth.lastDay = day
      for (const { slug } of dependents.get(problem.topic) ?? [])
        truths.get(slug)?.traces.push({ amount: 0.12 * amount, day, scale: world.scale })
      for (const slug of problem.patterns) patterns.set(slug, (patterns.get(slug) ?? 0) + 0.3 / (1 + times))
      seen.set(problem.slug, times + 1)
    },

    /** Mean chance of the unseen medium and hard problems on a day, without help: weighted by topic. */
    readiness(weights: ReadonlyMap<string, number>, day: number): number {
      let sum = 0
      for (const [topic, weight] of weights) {
        if (weight === 0) continue
        const unseen = problems.filter(
          ({ topic: of, slug, difficulty }) => of === topic && difficulty !== 'easy' && !seen.has(slug),
        )
        const pool = unseen.length > 0 ? unseen : problems.filter(({ topic: of }) => of === topic)
        sum += (weight * pool.reduce((total, one) => total + chance(one, day), 0)) / pool.length
      }
      return sum
    },
  }
}

/** How much harder or easier a problem is than its label says; the same in every run. */
function quirkOf(slug: string): number {
  let hash = 2_166_136_261
  for (const letter of slug) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619)
  return (((hash >>> 0) % 1_000) / 1_000 - 0.5) * 1.2
}
