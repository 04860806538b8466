import { makePlan } from '../../../api/src/modules/plans/make/planner.ts'
import { repack } from '../../../api/src/modules/plans/repack/repack.ts'
import { daysAfter, sampleFacts } from '../../../api/src/modules/plans/testing/arbitraries.ts'
import { readCatalogue } from '../../../seeds/src/index.ts'

const CASES = 120
const WARM_UP = 40

/** Processor time, in milliseconds (a busy machine does not change it), of repairing plans of four weeks on the day after the first study day was missed. */
export async function measureRepairs(): Promise<number[]> {
  const basis = await readCatalogue()
  const times: number[] = []
  for (const sampled of sampleFacts({ basis, count: CASES, seed: 5 })) {
    const intake = { ...sampled.intake, timeline_weeks: 4, interview_date: null }
    const facts = { ...sampled, intake, attempts: [] }
    const plan = makePlan({ facts, proposal: null, model: null, seed: 'bench' })
    const today = daysAfter(plan.start_date, 1)
    const start = process.cpuUsage()
    const result = repack({
      facts: { ...facts, today },
      plan,
      cards: [],
      reviewCap: null,
      order: { type: 'refresh' },
      seed: 'bench',
    })
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
    if (!result.ok) throw new Error(result.detail)
  }
  return times.slice(WARM_UP)
}
