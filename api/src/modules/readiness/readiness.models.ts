import { combineForecasts, forecastTopics, weightedMean } from './forecast.ts'
import { dayNumberOf, difficultyOf, estimateLearner } from './learner-model.ts'
import { expectAfter } from './outlook.ts'
import type { Readiness } from './readiness.schemas.ts'
import type { ModelFacts, ModelProblem } from './readiness.types.ts'
import { type Role, weighTopics } from './roles.ts'

/** A problem that is planned; `date` is the learner's day. */
export type PlannedPractice = { problem: ModelProblem; date: string; repeated: boolean }

/** Estimates a learner's readiness today and on the target date, in all and by topic. */
export function readReadiness(options: {
  facts: ModelFacts
  roles: readonly Role[]
  targets: readonly string[]
  today: string
  targetDate: string | null
  planned: readonly PlannedPractice[]
}): Readiness {
  const { facts, roles, targets, today, targetDate, planned } = options
  const model = estimateLearner(facts)
  const weighed = weighTopics(roles, facts.topics, targets)
  const weights = Float64Array.from(model.map.slugs, (slug) => weighed.weights.get(slug) ?? 0)
  const topics = forecastTopics(model, dayNumberOf(today))
  const practice = planned.flatMap(({ problem, date, repeated }) => {
    const topic = model.map.place.get(problem.topic)
    const difficulty = difficultyOf(problem, model.parameters)
    return topic === undefined ? [] : [{ topic, difficulty, day: dayNumberOf(date), repeated }]
  })
  const atEnd =
    targetDate === null
      ? topics.map(({ now }) => now)
      : expectAfter(model, practice, Math.max(dayNumberOf(today), dayNumberOf(targetDate)))
  const attempts = countAttempts(facts)
  return {
    ...combineForecasts(topics, weights),
    at_end: weightedMean(atEnd, weights),
    target_date: targetDate,
    roles: weighed.roles.map(({ slug, title, reason }) => ({ slug, title, reason })),
    by_topic: topics.map((forecast, at) => {
      const topic = model.map.slugs[at] ?? ''
      return {
        topic,
        weight: weights[at] ?? 0,
        ...forecast,
        at_end: atEnd[at] ?? 0,
        attempts: attempts.get(topic) ?? 0,
      }
    }),
    calibration: null,
  }
}

/** Attempts that say something, by topic. */
function countAttempts({ attempts, problems }: ModelFacts): Map<string, number> {
  const topicOf = new Map(problems.map(({ slug, topic }) => [slug, topic]))
  const counts = new Map<string, number>()
  for (const { slug, outcome } of attempts) {
    const topic = topicOf.get(slug)
    if (topic !== undefined && outcome !== 'skipped') counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return counts
}
