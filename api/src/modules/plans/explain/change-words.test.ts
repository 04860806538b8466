import { readCatalogue } from '@codify/seeds'
import { describe, expect, it } from 'vitest'
import { intakeSchema } from '../../intake/intake.schemas.ts'
import { anIntake } from '../../intake/testing.ts'
import type { PlanJson } from '../plans.schemas.ts'
import type { RepackOrder } from '../repack/repack.types.ts'
import { daysAfter } from '../testing/arbitraries.ts'
import { Life } from '../testing/lives.ts'
import { listItems } from '../verify/verified-plan.ts'

const basis = await readCatalogue()
const MONDAY = '2026-03-02'

function aLife(intake: Parameters<typeof anIntake>[0] = {}): Life {
  const life = new Life({
    basis,
    intake: intakeSchema.parse(anIntake({ time_zone: 'UTC', hours_per_week: 10, ...intake })),
    start: new Date(`${MONDAY}T12:00:00Z`),
  })
  life.visit()
  return life
}

function planOf({ plan }: Life): PlanJson {
  if (!plan) throw new Error('there is no plan')
  return plan
}

/** Carries out an order and answers what was said of it. */
function said(life: Life, order: RepackOrder): NonNullable<PlanJson['changes']> {
  expect(life.change(order)).not.toBeNull()
  const { changes } = planOf(life)
  if (!changes) throw new Error('nothing is said of the change')
  return changes
}

const reasonsOf = (moved: { from: string; reason: string }[], from: string) => [
  ...new Set(moved.filter((one) => one.from === from).map(({ reason }) => reason)),
]

describe('what is said of a change is what happened', () => {
  it('a shorter day: only so many minutes, not a day that has passed', () => {
    const { moved } = said(aLife(), { type: 'cut', minutes: 20 })
    expect(reasonsOf(moved, MONDAY)).toEqual(['You have only 20 minutes today.'])
    expect(said(aLife(), { type: 'cut', minutes: 1 }).moved[0]?.reason).toBe('You have only 1 minute today.')
  })

  it('later: the learner put it off', () => {
    const life = aLife()
    const [item] = life.openItems()
    const { moved } = said(life, { type: 'later', itemId: item?.item_id ?? '' })
    expect(moved.find(({ slug }) => slug === item?.slug)?.reason).toBe('You put it off.')
  })

  it('a missed day has passed', () => {
    const life = aLife()
    life.pass(24)
    const input = life.visit()
    expect(input).not.toBeNull()
    expect(reasonsOf(planOf(life).changes?.moved ?? [], MONDAY)).toEqual(['Its day has passed.'])
  })

  it('days off are named as that', () => {
    const life = aLife()
    life.addBreak(0, 3)
    const { moved } = said(life, { type: 'refresh' })
    expect(reasonsOf(moved, MONDAY)).toEqual(['You have that day off.'])
  })

  it('a day that is no study day any more is named as that', () => {
    const life = aLife()
    life.intake = { ...life.intake, study_days: [2, 3, 4, 5, 6, 7] }
    const { moved } = said(life, { type: 'refresh' })
    expect(reasonsOf(moved, MONDAY)).toEqual(['You do not study on its day.'])
  })

  it('an interview that comes near is named as that, for what moves and for what goes', () => {
    const life = aLife()
    life.setInterview(2)
    const last = daysAfter(MONDAY, 2)
    const before = new Map(listItems(planOf(life)).map(({ slug, date }) => [slug, date]))
    const { moved, removed } = said(life, { type: 'refresh' })
    const after = removed.filter(({ slug }) => (before.get(slug) ?? '') > last)
    expect(after.length).toBeGreaterThan(0)
    expect(new Set(moved.filter(({ from }) => from > last).map(({ reason }) => reason))).toEqual(
      new Set(moved.some(({ from }) => from > last) ? ['Its day would come after your interview.'] : []),
    )
    expect(after.map(({ reason }) => reason)).toContain(
      'Its day would come after your interview, and no day before has room for it.',
    )
  })

  it('a skip says so', () => {
    const life = aLife()
    const [item] = life.openItems()
    const { removed } = said(life, { type: 'skip', itemId: item?.item_id ?? '' })
    expect(removed.find(({ slug }) => slug === item?.slug)?.reason).toBe('You skipped it.')
  })
})

describe('a swap', () => {
  /** A problem that is new in the plan and comes back in it. */
  function withReview(life: Life) {
    const items = listItems(planOf(life))
    const item = items.find(
      ({ kind, slug }) => kind === 'new' && items.some((one) => one.kind === 'review' && one.slug === slug),
    )
    if (!item) throw new Error('nothing comes back')
    return item
  }

  it('takes the reviews of the problem along, and the words follow', () => {
    const life = aLife()
    const item = withReview(life)
    const reviews = listItems(planOf(life)).filter(
      ({ kind, slug }) => kind === 'review' && slug === item.slug,
    )
    const { added } = said(life, { type: 'swap', itemId: item.item_id })
    const after = listItems(planOf(life))
    expect(after.filter(({ slug }) => slug === item.slug)).toEqual([])
    const [fresh] = after.filter(({ slug, kind }) => kind === 'new' && slug === added[0]?.slug)
    const returns = after.filter(({ kind, slug }) => kind === 'review' && slug === fresh?.slug)
    expect(fresh?.reason).toContain(item.title)
    expect(returns.map(({ date }) => date)).toEqual(reviews.map(({ date }) => date))
    expect(returns.every(({ date }) => date > (fresh?.date ?? ''))).toBe(true)
    const told = returns.map(({ reason }) => reason)
    expect(told).toEqual(
      returns.map(() => `A return to ${fresh?.title}, which took the place of ${item.title}.`),
    )
    expect(added.map(({ reason }) => reason)).toEqual([
      `In the place of ${item.title}.`,
      ...reviews.map(() => `The review of ${fresh?.title}, in the place of the one of ${item.title}.`),
    ])
  })

  it('of a review leaves the problem that it would review', () => {
    const life = aLife()
    const item = withReview(life)
    const review = listItems(planOf(life)).find(({ kind, slug }) => kind === 'review' && slug === item.slug)
    said(life, { type: 'swap', itemId: review?.item_id ?? '' })
    expect(listItems(planOf(life)).find(({ item_id }) => item_id === item.item_id)?.slug).toBe(item.slug)
  })
})

describe('a new plan after another', () => {
  it('tells a day that has not come from one that has passed', () => {
    const life = aLife({ study_days: [4, 5] })
    life.intake = { ...life.intake, study_days: [6, 7] }
    life.pass(1)
    life.replan()
    const reasons = (planOf(life).changes?.moved ?? []).map(({ reason }) => reason)
    expect(reasons.length).toBeGreaterThan(0)
    expect(new Set(reasons)).toEqual(new Set(['You do not study on its day.']))
  })
})
