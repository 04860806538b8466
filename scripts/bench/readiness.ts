import { makePlan } from '../../api/src/modules/plans/make/planner.ts'
import type { PlanJson } from '../../api/src/modules/plans/plans.schemas.ts'
import { grindList, neetcodeList } from '../../api/src/modules/plans/testing/baselines.ts'
import { readCatalogue, readRoles } from '../../seeds/src/index.ts'
import { gainFrom } from './readiness/follow-plan.ts'
import { type Learner, makeLearner } from './readiness/learners.ts'
import { numbersFrom } from './readiness/random.ts'
import { worlds } from './readiness/worlds.ts'
import { quantile, table } from './tables.ts'

const LEARNERS = 240

type Maker = { name: string; make: (learner: Learner) => Pick<PlanJson, 'weeks' | 'end_date'> }

const makers: Maker[] = [
  {
    name: 'Codify, rules only',
    make: ({ facts }) => makePlan({ facts, proposal: null, model: null, seed: 'bench' }),
  },
  { name: 'Grind list', make: ({ facts }) => grindList(facts) },
  { name: 'NeetCode list', make: ({ facts }) => neetcodeList(facts) },
]

/**
 * Points of readiness that simulated learners gain by following a plan, over not practising: mean and p10 in each world,
 * the same learners for every plan.
 */
export async function benchReadiness(): Promise<void> {
  const [catalogue, roles] = await Promise.all([readCatalogue(), readRoles()])
  const rows = worlds.map((world, at) => {
    const gains = makers.map((): number[] => [])
    for (let one = 0; one < Math.ceil(LEARNERS / worlds.length); one += 1) {
      const learner = makeLearner({ catalogue, roles, world, random: numbersFrom(1_000 * at + one) })
      makers.forEach(({ make }, maker) => {
        gains[maker]?.push(100 * gainFrom({ learner, world, plan: make(learner), seed: one }))
      })
    }
    const [ours = 0, grind = 0] = gains.map(mean)
    const cells = gains.map((all) => `${mean(all).toFixed(1)} (${quantile(all, 0.1).toFixed(1)})`)
    return [world.name, ...cells, (ours / grind).toFixed(2)]
  })
  console.log(table(['world', ...makers.map(({ name }) => name), 'ours to Grind'], rows))
}

function mean(all: number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length
}
