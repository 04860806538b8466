import { readCatalogue } from '@codify/seeds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels } from '../../intake/intake.schemas.ts'
import type { PlanJson } from '../plans.schemas.ts'
import { coachFigures } from '../testing/coach-figures.ts'
import { someFacts } from '../testing/facts.ts'
import { daysToFirstReview } from './pace.ts'
import { makePlan } from './planner.ts'

const basis = await readCatalogue()
const middling = { trees: 1, graphs: 2, stack: 3, 'dp-1d': 2, 'linked-list': 3 }
const ordinary = levels.flatMap((level) =>
  [4, 6, 8, 12].flatMap((hours_per_week) =>
    [2, 3, 4].flatMap((timeline_weeks) =>
      [
        [1, 2, 3, 4, 5, 6, 7],
        [1, 2, 3, 4, 5],
        [2, 4, 6],
      ].map((study_days) => ({
        level,
        hours_per_week,
        timeline_weeks,
        study_days,
        topic_confidence: middling,
      })),
    ),
  ),
)

function planFor(intake: Parameters<typeof someFacts>[1]): PlanJson {
  return makePlan({ facts: someFacts(basis, intake), proposal: null, model: null, seed: 'seed' })
}

const plans = ordinary.map((intake) => ({ intake, plan: planFor(intake) }))
const itemsOf = (plan: Pick<PlanJson, 'weeks'>) =>
  plan.weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))

describe('the days before a first review', () => {
  it.each([
    [27, 4],
    [20, 3],
    [7, 3],
    [5, 2],
    [2, 1],
  ])('with %i days left are %i at least', (left, days) => {
    expect(daysToFirstReview(left)).toBe(days)
  })
})

describe('for ordinary learners', () => {
  it('nothing is reviewed sooner than three days after it was met while a week is left', () => {
    const hasty = plans.filter(({ plan }) => coachFigures(plan).tooSoon > 0)
    expect(hasty.map(({ intake }) => intake)).toEqual([])
  })

  it('a second review waits five days in a plan of three weeks or more', () => {
    const gaps = plans
      .filter(({ intake }) => intake.timeline_weeks > 2)
      .flatMap(({ plan }) => coachFigures(plan).secondReviewDays)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5)
  })

  it('reviews take about a third of the minutes at most, and less in the first week', () => {
    const shares = plans.map(({ plan }) => coachFigures(plan).reviewShare)
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.38)
    const first = plans.map(
      ({ plan }) => coachFigures({ ...plan, weeks: plan.weeks.slice(0, 1) }).reviewShare,
    )
    expect(first.reduce((sum, one) => sum + one, 0)).toBeLessThan(
      shares.reduce((sum, one) => sum + one, 0) * 0.8,
    )
  })

  it('opens seven topics a week at most, and gives each two new problems or more', () => {
    for (const { plan } of plans) {
      const { openedInBusiestWeek, newPerTopic } = coachFigures(plan)
      expect(openedInBusiestWeek).toBeLessThanOrEqual(7)
      expect(newPerTopic.filter((count) => count < 2).length).toBeLessThanOrEqual(newPerTopic.length / 5)
    }
  })

  it('gives beginners no more than a few hard problems and advanced learners few easy ones', () => {
    const share = (level: string, difficulty: string) => {
      const fresh = plans
        .filter(({ intake }) => intake.level === level)
        .flatMap(({ plan }) => itemsOf(plan).filter(({ kind }) => kind === 'new'))
      return fresh.filter((item) => item.difficulty === difficulty).length / fresh.length
    }
    expect(share('beginner', 'hard')).toBeLessThan(0.05)
    expect(share('beginner', 'easy')).toBeGreaterThan(0.4)
    expect(share('advanced', 'easy')).toBeLessThan(0.15)
  })
})

const topics = basis.topics.map(({ slug }) => slug)
const anyOrdinary = fc.record({
  level: fc.constantFrom(...levels),
  hours_per_week: fc.integer({ min: 4, max: 20 }),
  timeline_weeks: fc.integer({ min: 2, max: 8 }),
  study_days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 2 }),
  topic_confidence: fc
    .tuple(...topics.map(() => fc.integer({ min: 1, max: 4 })))
    .map((ratings) => Object.fromEntries(topics.map((slug, at) => [slug, ratings[at] ?? 3])))
    .filter((rated) => Object.values(rated).filter((rating) => rating <= 3).length >= 8),
})

describe('for any ordinary learner', { timeout: 600_000 }, () => {
  it('no review comes too soon, and reviews leave room for what is new', () => {
    fc.assert(
      fc.property(anyOrdinary, (intake) => {
        const { tooSoon, reviewShare } = coachFigures(planFor(intake))
        expect(tooSoon).toBe(0)
        expect(reviewShare).toBeLessThanOrEqual(0.4)
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 60) },
    )
  })
})

describe('the words of a plan', () => {
  const plan = planFor({})

  it('say of a review when the problem was met, and cite no prerequisite for it', () => {
    for (const item of itemsOf(plan).filter(({ kind }) => kind === 'review')) {
      expect(item.reason).toMatch(/[Mm]et|seen/)
      expect(item.evidence.some(({ type }) => type === 'prerequisite')).toBe(false)
    }
  })

  it('never use one form twice in a row, and give two pieces of evidence or more', () => {
    const items = itemsOf(plan)
    const forms = items.map(({ reason }) => reason.replaceAll(/[A-Z0-9][\w-]*/g, ''))
    expect(forms.filter((form, at) => form === forms[at + 1])).toEqual([])
    expect(Math.min(...items.map(({ evidence }) => evidence.length))).toBeGreaterThanOrEqual(2)
  })

  it('name in the first theme what opens first', () => {
    expect(plan.weeks[0]?.theme).toMatch(/^First steps: Arrays & Hashing, /)
  })
})
