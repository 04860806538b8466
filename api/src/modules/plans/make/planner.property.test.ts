import { readCatalogue } from '@codify/seeds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlanningError } from '../planning-error.ts'
import type { PlanFacts, Proposal } from '../plans.facts.ts'
import { planJsonSchema } from '../plans.schemas.ts'
import { type Basis, type Case, cases, proposals, withPrevious } from '../testing/arbitraries.ts'
import { faultsOf } from '../testing/plan-oracle.ts'
import { makePlan } from './planner.ts'

const runs = Number(process.env.FC_RUNS ?? 60)
const basis = await readCatalogue()

describe('whatever the facts and the model are', { timeout: 600_000 }, () => {
  it('the rules make a plan that passes every rule', () => {
    fc.assert(
      fc.property(cases(basis), (one) => {
        proves(one, null)
      }),
      { numRuns: runs },
    )
  })

  it('a catalogue of a few problems is planned as far as it goes, or refused at a field', () => {
    const few = fc.subarray(basis.problems, { minLength: 1, maxLength: 12 })
    let refused = 0
    fc.assert(
      fc.property(cases(basis), few, (one, problems) => {
        const attempts = one.attempts.filter(({ slug }) => problems.some((problem) => problem.slug === slug))
        if (!provesOrRefuses({ ...one, attempts }, problems)) refused++
      }),
      { numRuns: runs },
    )
    // Most are planned; a planner that refused them all would prove nothing.
    expect(refused).toBeLessThan(runs / 4)
  })

  it('a proposal ends in a plan that passes every rule', () => {
    fc.assert(
      fc.property(cases(basis), proposals(basis), (one, proposal) => {
        proves(one, proposal)
      }),
      { numRuns: runs },
    )
  })

  it('a new plan after another passes every rule and keeps what was started', () => {
    fc.assert(
      fc.property(withPrevious(basis), fc.option(proposals(basis)), (one, proposal) => {
        proves(one, proposal)
      }),
      { numRuns: runs },
    )
  })
})

function proves(one: Case, proposal: Proposal | null, problems: Basis['problems'] = basis.problems) {
  const facts = { ...basis, ...one, problems }
  const options = { facts, proposal, model: 'some-model', seed: 'a' }
  const plan = makePlan(options)
  expect(faultsOf(plan, facts)).toEqual([])
  expect(planJsonSchema.safeParse(plan).error).toBeUndefined()
  expect(makePlan(options)).toEqual(plan)
  if (proposal && hasValidChoice(facts, proposal)) expect(plan.source).not.toBe('rules')
}

/** False when the case was refused, at a field of the intake that a learner can change. */
function provesOrRefuses(one: Case, problems: Basis['problems']): boolean {
  try {
    proves(one, null, problems)
    return true
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error
    expect(error.field).not.toBe('')
    return false
  }
}

/** A choice that no rule forbids on its first day: an unmet free problem of a topic without prerequisites. */
function hasValidChoice({ problems, intake, attempts }: PlanFacts, proposal: Proposal): boolean {
  const ids = new Set(proposal.weeks[0]?.days.flatMap((day) => day.problems.map(({ id }) => id)))
  return problems.some(
    ({ id, slug, topic, premium, difficulty }) =>
      ids.has(id) &&
      topic === 'arrays-hashing' &&
      !premium &&
      difficulty !== 'hard' &&
      !intake.known_topics.includes(topic) &&
      (intake.topic_confidence[topic] ?? 0) < 4 &&
      attempts.every((attempt) => attempt.slug !== slug) &&
      intake.hours_per_week > 4,
  )
}
