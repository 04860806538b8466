import { intakeSchema } from '../../../api/src/modules/intake/intake.schemas.ts'
import type { PlanFacts } from '../../../api/src/modules/plans/plans.facts.ts'
import { findRole, type Role, weighTopics } from '../../../api/src/modules/readiness/roles.ts'
import type { Catalogue } from '../../../seeds/src/index.ts'
import { gaussian } from './random.ts'
import type { World } from './worlds.ts'

export type Learner = {
  facts: PlanFacts
  /** True skill of each topic at the start, in logits. */
  start: Map<string, number>
  /** How much each topic counts for the learner's role, adding up to 1. */
  weights: Map<string, number>
}

const LEVELS = [
  { level: 'beginner', skill: -1.9 },
  { level: 'intermediate', skill: -0.9 },
  { level: 'advanced', skill: 0.1 },
] as const
const TODAY = '2026-03-02'

/** A learner of a world: true skills first, then what they would say of themselves. */
export function makeLearner(options: {
  catalogue: Catalogue
  roles: Role[]
  world: World
  random: () => number
}): Learner {
  const { catalogue, roles, world, random } = options
  const pick = <Value>(from: readonly Value[]): Value => {
    const one = from[Math.floor(random() * from.length)]
    if (one === undefined) throw new Error('Nothing to pick from.')
    return one
  }
  const { level, skill } = pick(LEVELS)
  const role = pick(roles)
  const general = skill + 0.5 * gaussian(random)
  const start = new Map(
    catalogue.topics.map(({ slug, stage }) => [slug, general + 0.7 * gaussian(random) - 0.12 * (stage - 3)]),
  )
  const rated = random() < 0.8
  const confidence = catalogue.topics.flatMap(({ slug }) => {
    if (!rated || random() < 0.2) return []
    const felt = 3 + ((start.get(slug) ?? 0) + 0.6) * 1.1
    const said = felt + world.ratingBias + world.ratingNoise * gaussian(random)
    return [[slug, Math.max(1, Math.min(5, Math.round(said)))]] as const
  })
  const days = pick([
    [1, 2, 3, 4, 5, 6, 7],
    [1, 2, 3, 4, 5],
    [1, 3, 5],
    [2, 4, 6, 7],
  ])
  const intake = intakeSchema.parse({
    level,
    role_target: [role.title],
    timeline_weeks: pick([1, 2, 3, 4, 4, 8]),
    hours_per_week: pick([3, 5, 7, 10, 15, 20]),
    topic_confidence: Object.fromEntries(confidence),
    study_days: days,
  })
  const facts: PlanFacts = {
    today: TODAY,
    intake,
    answers: [],
    topics: catalogue.topics,
    problems: catalogue.problems,
    attempts: [],
    community: [],
    similar: [],
    knowledge: [],
    previous: null,
  }
  const known = findRole(roles, role.title)
  return { facts, start, weights: weighTopics(known ? [known] : [], catalogue.topics, [role.title]).weights }
}
