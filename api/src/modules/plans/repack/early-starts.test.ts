import { readCatalogue } from '@codify/seeds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intakeSchema, levels } from '../../intake/intake.schemas.ts'
import { anIntake } from '../../intake/testing.ts'
import type { PlanJson } from '../plans.schemas.ts'
import { Life } from '../testing/lives.ts'
import { listItems } from '../verify/verified-plan.ts'
import { verifyPlan } from '../verify/verifier.ts'

const runs = Number(process.env.FC_RUNS ?? 40)
const basis = await readCatalogue()

type Try = { slug: string; itemId: string; outcome: 'solved' | 'tried' | 'stuck' }

function planOf({ plan }: Life): PlanJson {
  if (!plan) throw new Error('there is no plan')
  return plan
}

/** By our own count: the item of each problem that was tried last and never solved, and what was solved. */
function expected(tries: Try[]): { started: Map<string, string>; solved: Set<string> } {
  const solved = new Set(tries.flatMap(({ slug, outcome }) => (outcome === 'solved' ? [slug] : [])))
  const started = new Map(tries.map(({ slug, itemId }) => [slug, itemId]))
  for (const slug of solved) started.delete(slug)
  return { started, solved }
}

const early = fc.record({
  level: fc.constantFrom(...levels),
  hours_per_week: fc.integer({ min: 6, max: 20 }),
  timeline_weeks: fc.integer({ min: 1, max: 4 }),
  /** The plan begins so many days after the first day. */
  wait: fc.integer({ min: 1, max: 6 }),
  studyDays: fc.integer({ min: 1, max: 2 }),
  tries: fc.array(
    fc.record({
      pick: fc.nat(20),
      outcome: fc.constantFrom('solved' as const, 'tried' as const, 'stuck' as const),
      named: fc.boolean(),
      hours: fc.constantFrom(0, 1, 20),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  change: fc.constantFrom(
    null,
    'refresh' as const,
    'hours' as const,
    'skip' as const,
    'swap' as const,
    'later' as const,
  ),
})

describe('work that begins before the first day of a plan', { timeout: 120_000 }, () => {
  it('stays with its item whatever changes the plan, and what is solved is not new again', () => {
    fc.assert(
      fc.property(early, ({ wait, studyDays, tries, change, ...given }) => {
        const first = (wait % 7) + 1
        const study_days = [first, ...(studyDays > 1 && first < 7 ? [first + 1] : [])]
        const life = new Life({
          basis,
          intake: intakeSchema.parse(anIntake({ ...given, study_days, time_zone: 'UTC' })),
          start: new Date('2026-03-02T09:00:00Z'),
        })
        life.visit()
        expect(planOf(life).start_date > life.today).toBe(true)
        const told: Try[] = []
        for (const { pick, outcome, named, hours } of tries) {
          if (life.today >= planOf(life).start_date) break
          const firsts = life.openItems().filter(({ kind }) => kind === 'new')
          const item = firsts[pick % firsts.length]
          if (!item) break
          life.attempt({ slug: item.slug, outcome, itemId: named ? item.item_id : null })
          told.push({ slug: item.slug, itemId: item.item_id, outcome })
          life.pass(hours)
        }
        const { started, solved } = expected(told)
        const other = life.openItems().find(({ slug, kind }) => kind === 'new' && !started.has(slug))
        if (change === 'hours') life.intake = { ...life.intake, hours_per_week: given.hours_per_week + 3 }
        if (change === 'hours' || change === 'refresh')
          expect(life.change({ type: 'refresh' })).not.toBeNull()
        else if (change !== null && other) life.change({ type: change, itemId: other.item_id })
        const kept = (plan: PlanJson) =>
          new Map(
            listItems(plan).flatMap(({ item_id, slug }) =>
              started.get(slug) === item_id ? [[slug, item_id]] : [],
            ),
          )
        expect(kept(planOf(life))).toEqual(started)

        // A moment later, so that all of it came before the new plan.
        life.pass(0.1)
        const facts = life.facts
        const before = planOf(life)
        life.replan()
        const next = planOf(life)
        expect(next).not.toBe(before)
        expect(verifyPlan({ plan: next, facts }).rules.filter(({ passed }) => !passed)).toEqual([])
        expect(kept(next)).toEqual(started)
        expect(listItems(next).filter(({ kind, slug }) => kind !== 'review' && solved.has(slug))).toEqual([])
        // What was tried before the new plan leaves its items open: they are to come again.
        const open = new Set(life.openItems().map(({ item_id }) => item_id))
        expect([...started.values()].filter((id) => !open.has(id))).toEqual([])
      }),
      { numRuns: runs },
    )
  })
})
