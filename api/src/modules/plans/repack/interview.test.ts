import { readCatalogue } from '@codify/seeds'
import { describe, expect, it } from 'vitest'
import { intakeSchema } from '../../intake/intake.schemas.ts'
import { anIntake } from '../../intake/testing.ts'
import type { PlanJson } from '../plans.schemas.ts'
import { Life } from '../testing/lives.ts'
import { listItems } from '../verify/verified-plan.ts'

const basis = await readCatalogue()
// A Monday.
const START = new Date('2026-03-02T12:00:00Z')

function aLife(changes: Parameters<typeof anIntake>[0] = {}): Life {
  const intake = intakeSchema.parse(anIntake({ time_zone: 'UTC', ...changes }))
  const life = new Life({ basis, intake, start: START })
  life.visit()
  return life
}

function planOf({ plan }: Life): PlanJson {
  if (!plan) throw new Error('there is no plan')
  return plan
}

const lastDay = (plan: PlanJson) =>
  listItems(plan)
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? ''

describe('an interview in the life of a plan', () => {
  it('that comes before the plan’s first day leaves nothing for after it', () => {
    const life = aLife({ study_days: [4] })
    expect(planOf(life).start_date).toBe('2026-03-05')
    life.intake = { ...life.intake, study_days: [1, 2, 3, 4, 5, 6, 7] }
    life.change({ type: 'refresh' })
    life.setInterview(1)
    expect(life.change({ type: 'refresh' })).not.toBeNull()
    expect(listItems(planOf(life))).toEqual([])
    expect(planOf(life).end_date <= '2026-03-03').toBe(true)
  })

  it('that moves away gives the weeks back, and nothing comes after the next one', () => {
    const life = aLife()
    const { end_date } = planOf(life)
    life.setInterview(9)
    life.change({ type: 'refresh' })
    expect(planOf(life).end_date).toBe('2026-03-11')
    expect(lastDay(planOf(life)) <= '2026-03-11').toBe(true)
    life.setInterview(null)
    life.change({ type: 'refresh' })
    expect(planOf(life).end_date).toBe(end_date)
    expect(lastDay(planOf(life)) > '2026-03-22').toBe(true)
  })

  it('that has passed ends the plan; another one begins with the next date', () => {
    const life = aLife()
    life.setInterview(2)
    life.change({ type: 'refresh' })
    life.pass(3 * 24)
    expect(life.isUnderWay).toBe(false)
    life.visit()
    expect(life.plan).toBeNull()
    life.setInterview(20)
    life.visit()
    expect(planOf(life)).toMatchObject({ start_date: '2026-03-05', end_date: '2026-03-25' })
  })

  it('brings reviews forward that would be due after it', () => {
    const life = aLife({ hours_per_week: 12 })
    const [item] = life.openItems()
    if (!item) throw new Error('the plan is empty')
    life.attempt({ slug: item.slug, outcome: 'solved', rating: 'easy', itemId: item.item_id })
    life.setInterview(8)
    life.pass(24)
    life.visit()
    const reviews = listItems(planOf(life)).filter(
      ({ kind, slug }) => kind === 'review' && slug === item.slug,
    )
    expect(reviews.every(({ date }) => date <= '2026-03-10')).toBe(true)
  })
})
