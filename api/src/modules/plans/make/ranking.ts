import type { Difficulty } from '../../problems/problems.schemas.ts'
import type { CatalogueProblem } from '../plans.facts.ts'
import type { TopicNeed } from './needs.ts'
import type { Situation } from './situation.ts'

const tiers: Difficulty[] = ['easy', 'medium', 'hard']

/** Shares of a topic's new minutes by difficulty. */
function mixFor(situation: Situation, { confidence, rated }: TopicNeed): [number, number, number] {
  const { level } = situation.facts.intake
  if (confidence >= 4) return [0, 0.7, 0.3]
  if (level === 'advanced') return rated && confidence <= 2 ? [0.1, 0.65, 0.25] : [0.04, 0.66, 0.3]
  if (level === 'beginner') return confidence <= 2 ? [0.55, 0.42, 0.03] : [0.4, 0.54, 0.06]
  return confidence <= 2 ? [0.35, 0.57, 0.08] : [0.15, 0.7, 0.15]
}

/**
 * A topic's unmet problems in the order to meet them: easy to hard for as many minutes as it was given, then what goes
 * on from there, and last what would be a step back.
 */
export function rankProblems(options: {
  situation: Situation
  need: TopicNeed
  minutes: number
}): CatalogueProblem[] {
  const { situation, need, minutes } = options
  const ranked = rankedByTier(situation, need.slug)
  const quotas = fillQuotas(ranked, minutes, mixFor(situation, need))
  const cores = ranked.map((problems, at) => takeMinutes(problems, quotas[at] ?? 0))
  const rests = ranked.map((problems, at) => problems.slice(cores[at]?.length ?? 0))
  const top = Math.max(
    cores.findLastIndex(({ length }) => length > 0),
    need.confidence >= 4 ? 1 : 0,
  )
  const onwards = rests.slice(top).flat()
  const back = rests.slice(0, top).reverse().flat()
  return [...cores.flat(), ...onwards, ...back]
}

const rankings = new WeakMap<Situation, Map<string, CatalogueProblem[][]>>()

/** A topic's unmet problems by difficulty, best first; the same for every draft of a situation. */
function rankedByTier(situation: Situation, topic: string): CatalogueProblem[][] {
  const known = rankings.get(situation) ?? new Map<string, CatalogueProblem[][]>()
  rankings.set(situation, known)
  const before = known.get(topic)
  if (before) return before
  const unmet = situation.unmet.get(topic) ?? []
  const ranked = tiers.map((tier) =>
    diversify(
      situation,
      unmet.filter(({ difficulty }) => difficulty === tier),
    ),
  )
  known.set(topic, ranked)
  return ranked
}

/** Best first, a main pattern counting less each time it was taken. */
function diversify(situation: Situation, problems: CatalogueProblem[]): CatalogueProblem[] {
  const left = problems.map((problem) => ({ problem, worth: worthOf(situation, problem) }))
  const taken = new Map<string, number>()
  const ordered: CatalogueProblem[] = []
  while (left.length > 0) {
    let best = 0
    let bestWorth = Number.NEGATIVE_INFINITY
    left.forEach(({ problem, worth }, at) => {
      const seen = taken.get(mainPattern(problem)) ?? 0
      const now = worth - 4 * seen
      if (now > bestWorth) {
        best = at
        bestWorth = now
      }
    })
    const [next] = left.splice(best, 1)
    if (!next) break
    ordered.push(next.problem)
    taken.set(mainPattern(next.problem), (taken.get(mainPattern(next.problem)) ?? 0) + 1)
  }
  return ordered
}

export function mainPattern(problem: CatalogueProblem): string {
  return problem.patterns[0] ?? problem.topic
}

/** How much a problem is worth practising before others of its topic and difficulty. */
export function worthOf(
  { facts, community, history, promised }: Situation,
  problem: CatalogueProblem,
): number {
  const { lists, slug, difficulty } = problem
  const listed =
    (lists.includes('blind75') ? 6 : 0) +
    (lists.includes('grind75') ? 2 : 0) +
    (lists.includes('neetcode150') ? 3 : 0) +
    (lists.length > 0 ? 2 : 0)
  const said = community.get(slug)
  const votes = said ? said.upvotes + said.too_hard + said.good_intro + said.pattern_practice : 0
  const liked = said ? 4 * said.weight : 0
  const intro = said && difficulty === 'easy' && votes > 0 ? (2 * said.good_intro) / votes : 0
  const tooHard = said && votes > 0 && facts.intake.level === 'beginner' ? (3 * said.too_hard) / votes : 0
  const drill =
    said && votes > 0 && facts.intake.weaknesses.includes('pattern_recognition')
      ? (2 * said.pattern_practice) / votes
      : 0
  const quick = facts.intake.weaknesses.includes('speed') ? (35 - problem.minutes) / 10 : 0
  return (
    listed +
    liked +
    intro +
    drill +
    quick -
    tooHard +
    (promised.has(slug) ? 8 : 0) -
    (history.skipped.has(slug) ? 8 : 0)
  )
}

/** Minutes of each difficulty: the mix of what is wanted, what one lacks going to the next. */
function fillQuotas(ranked: CatalogueProblem[][], minutes: number, mix: [number, number, number]): number[] {
  const available = ranked.map((problems) => problems.reduce((total, problem) => total + problem.minutes, 0))
  const quotas = available.map((most, at) => Math.min(most, minutes * (mix[at] ?? 0)))
  let left = minutes - quotas.reduce((total, quota) => total + quota, 0)
  for (const at of [1, 0, 2]) {
    const more = Math.min(left, (available[at] ?? 0) - (quotas[at] ?? 0))
    quotas[at] = (quotas[at] ?? 0) + more
    left -= more
  }
  return quotas
}

/** As many problems as come nearest to the minutes. */
function takeMinutes(problems: CatalogueProblem[], minutes: number): CatalogueProblem[] {
  let used = 0
  let count = 0
  for (const problem of problems) {
    if (used + problem.minutes / 2 > minutes) break
    used += problem.minutes
    count += 1
  }
  return problems.slice(0, count)
}
