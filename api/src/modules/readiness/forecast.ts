import type { LearnerModel } from './learner-model.ts'
import { chanceOf, expectedChance } from './logit.ts'
import type { Parameters } from './parameters.ts'
import { varianceOn } from './practice.ts'
import { type Skills, skillOn, type TopicMap } from './skills.ts'

/** Chance of an unseen medium or hard problem of a topic, 0–1, with the range in which two of three learners like this lie. */
export type Forecast = { now: number; low: number; high: number }

/** How far the errors of topics go together: somebody underrated in one is so in others. */
const SHARED_ERROR = 0.4

/** Mean chance of the medium and hard problems that interviews ask of a topic, 0–1. */
export function topicReadiness(
  skills: Skills,
  map: TopicMap,
  at: { topic: number; day: number },
  parameters: Parameters,
): number {
  const skill = skillOn(skills, map, at, parameters)
  return meanChance(skill, varianceOn(skills, at.topic, at.day, parameters), parameters)
}

/** The forecast of each topic on a day (a day number). */
export function forecastTopics({ skills, map, parameters }: LearnerModel, day: number): Forecast[] {
  return map.slugs.map((_, topic) => {
    const skill = skillOn(skills, map, { topic, day }, parameters)
    const variance = varianceOn(skills, topic, day, parameters)
    const spread = Math.sqrt(variance)
    return {
      now: meanChance(skill, variance, parameters),
      low: meanChance(skill - spread, 0, parameters),
      high: meanChance(skill + spread, 0, parameters),
    }
  })
}

/** Topics taken together by `weights`, which add up to 1. */
export function combineForecasts(topics: readonly Forecast[], weights: Float64Array): Forecast {
  const now = weightedMean(
    topics.map((topic) => topic.now),
    weights,
  )
  const below = spreadOf(
    topics.map((topic) => topic.now - topic.low),
    weights,
  )
  const above = spreadOf(
    topics.map((topic) => topic.high - topic.now),
    weights,
  )
  return { now, low: Math.max(0, now - below), high: Math.min(1, now + above) }
}

export function weightedMean(values: ArrayLike<number>, weights: Float64Array): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0)
}

/** Standard deviation of a weighted sum whose parts share `SHARED_ERROR` of their variance. */
function spreadOf(parts: number[], weights: Float64Array): number {
  const weighed = parts.map((part, at) => Math.max(0, part) * (weights[at] ?? 0))
  const together = weighed.reduce((sum, one) => sum + one, 0) ** 2
  const apart = weighed.reduce((sum, one) => sum + one ** 2, 0)
  return Math.sqrt(SHARED_ERROR * together + (1 - SHARED_ERROR) * apart)
}

function meanChance(skill: number, variance: number, parameters: Parameters): number {
  const { medium, hard, pressure, hardShare } = parameters
  const chance = (logit: number) => (variance > 0 ? expectedChance(logit, variance) : chanceOf(logit))
  return (1 - hardShare) * chance(skill - medium - pressure) + hardShare * chance(skill - hard - pressure)
}
