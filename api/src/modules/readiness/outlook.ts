import { topicReadiness } from './forecast.ts'
import type { LearnerModel } from './learner-model.ts'
import { expectPractice, type Practice } from './practice.ts'
import { copySkills } from './skills.ts'

/**
 * Expected readiness by topic, 0–1, on a last day (a day number) when the planned practice is done, in the order given.
 * The model itself stays as it is.
 */
export function expectAfter(
  model: LearnerModel,
  planned: readonly Practice[],
  lastDay: number,
): Float64Array {
  const { map, parameters } = model
  const skills = copySkills(model.skills)
  for (const practice of planned) expectPractice(skills, map, practice, parameters)
  return Float64Array.from(map.slugs, (_, topic) =>
    topicReadiness(skills, map, { topic, day: lastDay }, parameters),
  )
}
