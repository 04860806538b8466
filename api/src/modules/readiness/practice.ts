import { expectedChance } from './logit.ts'
import type { Parameters } from './parameters.ts'
import type { ModelAttempt } from './readiness.types.ts'
import { ownSkill, type Skills, skillOn, type TopicMap } from './skills.ts'

/** A problem at work: its topic by place, its difficulty in logits, the day, and whether it was met before. */
export type Practice = { topic: number; difficulty: number; day: number; repeated: boolean }

/** Chance of solving a problem on a day, without help and in time. */
export function chanceOn(
  skills: Skills,
  map: TopicMap,
  { topic, difficulty, day }: Pick<Practice, 'topic' | 'difficulty' | 'day'>,
  parameters: Parameters,
): number {
  return expectedChance(
    skillOn(skills, map, { topic, day }, parameters) - difficulty,
    skills.variance[topic] ?? 0,
  )
}

/**
 * Changes the skills as one planned problem is expected to, whichever way it goes: what is learned is added, part of what
 * was forgotten comes back, and a well spaced success keeps it longer.
 */
export function expectPractice(
  skills: Skills,
  map: TopicMap,
  practice: Practice,
  parameters: Parameters,
): void {
  const chance = chanceOn(skills, map, practice, parameters)
  const share = chance + (1 - chance) * parameters.failedShare
  learn(skills, { ...practice, chance, share, success: chance }, parameters)
}

/** Changes the skills by what a real attempt showed and taught. A solved one never lowers a skill, another never raises one. */
export function learnFromAttempt(
  skills: Skills,
  map: TopicMap,
  practice: Practice & { attempt: ModelAttempt; minutes: number },
  parameters: Parameters,
): void {
  const { topic, day, attempt } = practice
  const solved = attempt.outcome === 'solved'
  skills.variance[topic] = varianceOn(skills, topic, day, parameters)
  const chance = chanceOn(skills, map, practice, parameters)
  const shift = surprise(skills, { ...practice, chance }, parameters)
  if (solved) learn(skills, { ...practice, chance, share: 1, success: 1 }, parameters)
  else learn(skills, { ...practice, chance, share: 0, success: 0 }, parameters)
  move(skills, topic, shift, parameters)
}

type Learning = Practice & {
  chance: number
  /** Share of the whole gain that this practice gives, and its success, each 0–1. */
  share: number
  success: number
}

function learn(skills: Skills, learning: Learning, parameters: Parameters): void {
  const { topic, day, chance, share, success, repeated } = learning
  const { mean, lasting, halfLife, practised } = skills
  const own = ownSkill(skills, topic, day)
  const headroom = Math.max(0, Math.min(1.3, (parameters.ceiling - own) / parameters.ceiling))
  const most = parameters.learning * headroom * (repeated ? parameters.reviewShare : 1)
  const gain = most * learnedAt(chance, parameters) * share
  const forgotten = Math.max(0, (mean[topic] ?? 0) - own)
  mean[topic] = own + gain + forgotten * parameters.relearning * success
  lasting[topic] = Math.min(mean[topic] ?? 0, (lasting[topic] ?? 0) + gain * parameters.lasting)
  const last = practised[topic] ?? Number.NaN
  const gap = Number.isNaN(last) ? 0 : Math.max(0, day - last)
  const life = halfLife[topic] ?? parameters.halfLife
  const spaced = Math.min(1, gap / life)
  const growth = success * (1 + parameters.spacingGrowth * spaced) + (1 - success) * parameters.lapse
  halfLife[topic] = Math.min(parameters.longestHalfLife, life * growth)
  practised[topic] = Number.isNaN(last) ? day : Math.max(day, last)
}

/** Share of the most that can be learned at a chance of success: a hill around the best one, never nothing. */
function learnedAt(chance: number, { bestChance, breadthOfBest, leastLearned }: Parameters): number {
  const away = (chance - bestChance) / breadthOfBest
  return leastLearned + (1 - leastLearned) * Math.exp(-0.5 * away * away)
}

type Observed = Practice & { attempt: ModelAttempt; minutes: number; chance: number }

/** Logits by which a result moves the belief (one step of Glicko, Glickman 1999), and narrows its variance. */
function surprise(skills: Skills, observed: Observed, parameters: Parameters): number {
  const { topic, chance, attempt } = observed
  const variance = skills.variance[topic] ?? 0
  const weight = weightOf(observed, parameters)
  const narrowed = variance / (1 + variance * weight * chance * (1 - chance))
  skills.variance[topic] = narrowed
  const most = parameters.largestStep * Math.sqrt(variance)
  const shift = narrowed * weight * (scoreOf(observed, parameters) - chance)
  const [least, limit] = attempt.outcome === 'solved' ? [0, most] : [-most, 0]
  return Math.max(least, Math.min(limit, shift))
}

/** Moves a topic's skill, and the others by a part of it: somebody better than thought is so elsewhere too. */
function move(skills: Skills, topic: number, shift: number, { transfer }: Parameters): void {
  const { mean, lasting, variance } = skills
  const own = variance[topic] || 1
  for (let other = 0; other < mean.length; other += 1) {
    const part = other === topic ? 1 : transfer * Math.min(1.5, (variance[other] ?? 0) / own)
    mean[other] = (mean[other] ?? 0) + shift * part
    lasting[other] = (lasting[other] ?? 0) + shift * part
  }
}

/** Variance on a day: it grows without practice, up to that of somebody unknown. */
export function varianceOn(
  { variance, practised }: Skills,
  topic: number,
  day: number,
  { drift, priorSpread }: Parameters,
): number {
  const last = variance[topic] ?? 0
  const since = practised[topic] ?? Number.NaN
  const passed = Number.isNaN(since) ? 0 : Math.max(0, day - since)
  return Math.max(last, Math.min(priorSpread ** 2, last + drift * passed))
}

/** How well an attempt went, 0–1. */
function scoreOf({ attempt, minutes }: Observed, parameters: Parameters): number {
  const { outcome, rating, hints_used } = attempt
  if (outcome === 'stuck') return 0
  if (outcome !== 'solved') return parameters.triedScore
  const hints = parameters.hintCost * Math.min(3, hints_used ?? 0)
  const slow = attempt.minutes !== null && attempt.minutes > 1.5 * minutes ? parameters.slowCost : 0
  const felt = rating === 'hard' ? 1 : rating === 'again' ? 2 : 0
  return Math.max(0.3, 1 - hints - slow - felt * parameters.ratingCost)
}

function weightOf({ attempt, repeated }: Observed, parameters: Parameters): number {
  const bare = attempt.minutes === null && attempt.rating === null ? parameters.bareWeight : 1
  const met = repeated ? parameters.repeatWeight : 1
  return bare * met * (attempt.interview ? parameters.interviewWeight : 1)
}
