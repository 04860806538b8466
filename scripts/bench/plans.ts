import fs from 'node:fs/promises'
import path from 'node:path'
import { makePlan } from '../../api/src/modules/plans/make/planner.ts'
import type { PlanFacts, Proposal } from '../../api/src/modules/plans/plans.facts.ts'
import type { PlanJson } from '../../api/src/modules/plans/plans.schemas.ts'
import { sampleFacts } from '../../api/src/modules/plans/testing/arbitraries.ts'
import { grindList, neetcodeList } from '../../api/src/modules/plans/testing/baselines.ts'
import { goodModel, keptShare, seeded, sloppyModel } from '../../api/src/modules/plans/testing/fake-models.ts'
import { verifyPlan } from '../../api/src/modules/plans/verify/verifier.ts'
import { readCatalogue } from '../../seeds/src/index.ts'
import { coachTable, type Planned } from './coach-table.ts'
import { putTable, quantile, table } from './tables.ts'

const CASES = 240
const root = path.resolve(import.meta.dirname, '../..')

type Row = {
  name: string
  violations: number
  broken: number
  scores: number[]
  kept: number[]
  times: number[]
  plans: Planned['plans']
}

/** Plans for generated intakes, by every way of making one, proved and scored; kept in docs/plan-quality.md. */
export async function benchPlans(): Promise<void> {
  const basis = await readCatalogue()
  const all = sampleFacts({ basis, count: CASES, seed: 20_260_101 })
  for (const facts of all.slice(0, 20)) ours(facts, null)
  const random = seeded(7)
  const rows = [
    measure('Codify, rules only', all, (facts) => ours(facts, null)),
    measure('Codify, good model', all, (facts) => ours(facts, goodModel(facts, random))),
    measure('Codify, sloppy model repaired', all, (facts) => ours(facts, sloppyModel(facts, random))),
    measure('Grind list, packed by hours', all, (facts) => ({ plan: grindList(facts) })),
    measure('NeetCode list, roadmap order', all, (facts) => ({ plan: neetcodeList(facts) })),
  ]
  const scores = render(rows)
  const coach = coachTable(rows)
  console.log(`${scores}\n\n${coach}`)
  const file = path.join(root, 'docs/plan-quality.md')
  const text = await fs.readFile(file, 'utf8')
  await fs.writeFile(file, putTable(putTable(text, 'table', scores), 'coach', coach))
}

type Made = { plan: Omit<PlanJson, 'certificate'>; proposal?: Proposal; milliseconds?: number }

function ours(facts: PlanFacts, proposal: Proposal | null): Made {
  const start = performance.now()
  const plan = makePlan({ facts, proposal, model: proposal && 'fake', seed: 'bench' })
  return { plan, milliseconds: performance.now() - start, ...(proposal && { proposal }) }
}

function measure(name: string, all: PlanFacts[], make: (facts: PlanFacts) => Made): Row {
  const row: Row = { name, violations: 0, broken: 0, scores: [], kept: [], times: [], plans: [] }
  for (const facts of all) {
    const { plan, proposal, milliseconds } = make(facts)
    const { rules, score } = verifyPlan({ plan, facts })
    // Lists have no reasons and list no overflow: they are held to the rules of time and order alone.
    const ownRules = milliseconds === undefined ? ['H8', 'H9', 'H10'] : []
    const failed = rules.filter(({ id, passed }) => !passed && !ownRules.includes(id)).length
    row.violations += failed
    row.broken += failed > 0 ? 1 : 0
    row.scores.push(score)
    row.plans.push({ facts, plan })
    if (milliseconds !== undefined) row.times.push(milliseconds)
    const kept = proposal && keptShare(facts, proposal, plan)
    if (typeof kept === 'number') row.kept.push(kept)
  }
  return row
}

function render(rows: Row[]): string {
  const head = [
    'plan',
    'rules broken',
    'plans with a broken rule',
    'p10',
    'p50',
    'p90',
    'choices kept',
    'ms p50',
    'ms p99',
  ]
  return table(
    head,
    rows.map(({ name, violations, broken, scores, kept, times }) => [
      name,
      violations,
      `${broken} of ${scores.length}`,
      ...[0.1, 0.5, 0.9].map((share) => quantile(scores, share).toFixed(1)),
      kept.length === 0
        ? '–'
        : `${((100 * kept.reduce((sum, one) => sum + one, 0)) / kept.length).toFixed(1)} %`,
      ...[0.5, 0.99].map((share) => (times.length === 0 ? '–' : quantile(times, share).toFixed(1))),
    ]),
  )
}
