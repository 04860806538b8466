import type { PlanJson } from '../../../api/src/modules/plans/plans.schemas.ts'
import type { Learner } from './learners.ts'
import { numbersFrom } from './random.ts'
import { createSimulatedLearner } from './simulated-learner.ts'
import type { World } from './worlds.ts'

/** Readiness, 0–1, that following a plan to its last day adds; some days are missed, as the world says. */
export function gainFrom(options: {
  learner: Learner
  world: World
  plan: Pick<PlanJson, 'weeks' | 'end_date'>
  seed: number
}): number {
  const { learner, world, plan, seed } = options
  const { topics, problems, today } = learner.facts
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const simulated = createSimulatedLearner({
    world,
    topics,
    problems,
    start: learner.start,
    random: numbersFrom(seed),
  })
  const before = simulated.readiness(learner.weights, dayOf(today))
  const luck = numbersFrom(seed + 1)
  for (const { date, problems: items } of plan.weeks.flatMap(({ days }) => days)) {
    if (luck() < world.missed) continue
    for (const { slug } of items) {
      const problem = bySlug.get(slug)
      if (problem) simulated.practise(problem, dayOf(date))
    }
  }
  return simulated.readiness(learner.weights, dayOf(plan.end_date)) - before
}

function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}
