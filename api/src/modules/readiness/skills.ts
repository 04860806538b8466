import type { Parameters } from './parameters.ts'
import type { ModelIntake, ModelTopic } from './readiness.types.ts'

/** Beliefs on a learner, one entry a topic in the order of the catalogue. Skills are logits, days are day numbers. */
export type Skills = {
  /** Skill on the day of the last practice. */
  mean: Float64Array
  variance: Float64Array
  /** Skill that is left when everything that can be forgotten is. */
  lasting: Float64Array
  /** Days until half of the difference between `mean` and `lasting` is forgotten. */
  halfLife: Float64Array
  /** Day of the last practice; NaN before the first. */
  practised: Float64Array
}

/** The topics with what each builds on and what builds on it, by place. */
export type TopicMap = {
  slugs: string[]
  place: Map<string, number>
  prerequisites: number[][]
  dependents: number[][]
}

export function mapTopics(topics: readonly ModelTopic[]): TopicMap {
  const place = new Map(topics.map(({ slug }, at) => [slug, at]))
  const prerequisites = topics.map((topic) => topic.prerequisites.flatMap((slug) => place.get(slug) ?? []))
  const dependents = topics.map((_, at) =>
    topics.flatMap((_, other) => (prerequisites[other]?.includes(at) ? [other] : [])),
  )
  return { slugs: topics.map(({ slug }) => slug), place, prerequisites, dependents }
}

/** Skills by the questionnaire alone: the level, self-ratings as weak evidence, and topics named as known. */
export function priorSkills(
  topics: readonly ModelTopic[],
  { level, topic_confidence, known_topics }: ModelIntake,
  parameters: Parameters,
): Skills {
  const mean = topics.map(({ slug, stage }) => {
    const rating = topic_confidence[slug]
    const base = parameters[level] + parameters.stageStep * (stage - 1)
    const rated = rating === undefined ? base : base + parameters.ratingStep * (rating - 2.5)
    return known_topics.includes(slug) ? Math.max(rated, parameters.knownTopic) : rated
  })
  const spread = topics.map(({ slug }) =>
    topic_confidence[slug] === undefined ? parameters.priorSpread : parameters.ratedSpread,
  )
  return {
    mean: Float64Array.from(mean),
    variance: Float64Array.from(spread, (one) => one ** 2),
    lasting: Float64Array.from(mean),
    halfLife: new Float64Array(topics.length).fill(parameters.halfLife),
    practised: new Float64Array(topics.length).fill(Number.NaN),
  }
}

export function copySkills(skills: Skills): Skills {
  return {
    mean: skills.mean.slice(),
    variance: skills.variance.slice(),
    lasting: skills.lasting.slice(),
    halfLife: skills.halfLife.slice(),
    practised: skills.practised.slice(),
  }
}

/** Skill of a topic on a day by its own practice alone: what was gained fades by half each half-life. */
export function ownSkill({ mean, lasting, halfLife, practised }: Skills, topic: number, day: number): number {
  const gained = mean[topic] ?? 0
  const passed = day - (practised[topic] ?? Number.NaN)
  if (!(passed > 0)) return gained
  const rest = lasting[topic] ?? gained
  return rest + (gained - rest) * 2 ** (-passed / (halfLife[topic] ?? 1))
}

/** Skill of a topic on a day, lowered where what it builds on is missing. */
export function skillOn(
  skills: Skills,
  { prerequisites }: TopicMap,
  { topic, day }: { topic: number; day: number },
  { prerequisiteLevel, prerequisiteLoss }: Parameters,
): number {
  const own = ownSkill(skills, topic, day)
  const before = prerequisites[topic]
  if (before === undefined || before.length === 0) return own
  let lack = 0
  for (const one of before) lack += Math.max(0, prerequisiteLevel - ownSkill(skills, one, day))
  return own - (prerequisiteLoss * lack) / before.length
}
