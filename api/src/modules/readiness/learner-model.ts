import { defaultParameters, type Parameters } from './parameters.ts'
import { learnFromAttempt } from './practice.ts'
import type { ModelFacts, ModelProblem } from './readiness.types.ts'
import { mapTopics, priorSkills, type Skills, type TopicMap } from './skills.ts'

export type LearnerModel = { skills: Skills; map: TopicMap; parameters: Parameters; met: Set<string> }

const DAY_MS = 86_400_000

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function dayNumberOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

/**
 * The beliefs on a learner after all their attempts. Deterministic; a skipped problem says nothing, nor does one that the
 * catalogue no longer holds.
 */
export function estimateLearner(facts: ModelFacts, parameters: Parameters = defaultParameters): LearnerModel {
  const map = mapTopics(facts.topics)
  const skills = priorSkills(facts.topics, facts.intake, parameters)
  const problems = new Map(facts.problems.map((problem) => [problem.slug, problem]))
  const met = new Set<string>()
  for (const attempt of facts.attempts) {
    const problem = problems.get(attempt.slug)
    const topic = problem && map.place.get(problem.topic)
    if (problem === undefined || topic === undefined || attempt.outcome === 'skipped') continue
    const practice = {
      topic,
      difficulty: difficultyOf(problem, parameters),
      day: dayNumberOf(attempt.date),
      repeated: met.has(attempt.slug),
    }
    learnFromAttempt(skills, map, { ...practice, attempt, minutes: problem.minutes }, parameters)
    met.add(attempt.slug)
  }
  return { skills, map, parameters, met }
}

/** Difficulty of a problem in logits. */
export function difficultyOf(
  { difficulty }: Pick<ModelProblem, 'difficulty'>,
  parameters: Parameters,
): number {
  return parameters[difficulty]
}
