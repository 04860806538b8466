import { readCatalogue } from '@codify/seeds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intakeSchema, levels } from '../../intake/intake.schemas.ts'
import { anIntake } from '../../intake/testing.ts'
import { planWindow } from '../known/calendar.ts'
import type { PlanJson } from '../plans.schemas.ts'
import { daysAfter } from '../testing/arbitraries.ts'
import { someAttempt, someFacts } from '../testing/facts.ts'
import { Life } from '../testing/lives.ts'
import { listItems, sumMinutes } from '../verify/verified-plan.ts'
import { makePlan } from './planner.ts'

const runs = Number(process.env.FC_RUNS ?? 40)
const basis = await readCatalogue()
const MONDAY = '2026-03-02'
/** Minutes of the shortest problem: where less time is free, nothing more can be planned. */
const SHORTEST = Math.min(...basis.problems.map(({ minutes }) => minutes))

const everyTopic = (rating: (at: number) => number) =>
  Object.fromEntries(basis.topics.map(({ slug }, at) => [slug, rating(at)]))
const answers = {
  level: fc.constantFrom(...levels),
  hours_per_week: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 12, 20),
  study_days: fc.constantFrom<number[]>(
    [1, 2, 3, 4, 5, 6, 7],
    [1],
    [1, 3],
    [1, 2, 3, 4],
    [1, 2, 3, 4, 5],
    [6, 7],
  ),
  role_target: fc.subarray(['Backend engineer', 'Frontend', 'Data engineer'], { minLength: 1 }),
  topic_confidence: fc.constantFrom<Record<string, number>>(
    {},
    everyTopic(() => 1),
    everyTopic(() => 5),
    everyTopic((at) => (at % 5 === 4 ? 1 : 4)),
    { 'arrays-hashing': 3, 'two-pointers': 2, trees: 1 },
  ),
}
const basics = ['two-sum', 'contains-duplicate', 'valid-anagram', 'group-anagrams']

/** Learner's minutes from a day on, up to the end of the plan, that the hours of each week still allow. */
function minutesLeft(
  plan: PlanJson,
  given: { hours_per_week: number; study_days: number[] },
  from: string,
): number {
  const items = listItems(plan)
  const perDay = (given.hours_per_week * 60) / given.study_days.length
  return plan.weeks.reduce((total, _, at) => {
    const dates = Array.from({ length: 7 }, (_day, day) => daysAfter(plan.start_date, at * 7 + day))
    const spent = sumMinutes(items.filter(({ date }) => dates.includes(date) && date < from))
    const open = dates.filter(
      (date) =>
        date >= from &&
        date <= plan.end_date &&
        given.study_days.includes(((new Date(date).getUTCDay() + 6) % 7) + 1),
    )
    return total + Math.max(0, Math.min(open.length * perDay, given.hours_per_week * 60 - spent))
  }, 0)
}

describe('a short time before an interview', { timeout: 120_000 }, () => {
  it('is used by a new plan, to 60 % at least', () => {
    const attempts = fc.constantFrom(
      [],
      basics.map((slug) => someAttempt(slug, 'solved', '2026-02-20')),
      basics.map((slug) => someAttempt(slug, 'stuck', '2026-02-27')),
      basics.slice(1).map((slug) => someAttempt(slug, 'tried', MONDAY)),
    )
    const known = fc.constantFrom(
      [],
      ['arrays-hashing'],
      basis.topics.slice(0, 6).map(({ slug }) => slug),
    )
    const given = fc.record({ ...answers, days: fc.nat(9), known_topics: known, attempts })
    fc.assert(
      fc.property(given, ({ days, attempts, ...intake }) => {
        fc.pre(days >= 6 || !intake.study_days.every((day) => day > days + 1))
        const facts = someFacts(
          basis,
          { ...intake, interview_date: daysAfter(MONDAY, days) },
          { today: MONDAY, attempts },
        )
        const plan = makePlan({ facts, proposal: null, model: null, seed: 'short' })
        const time = sumMinutes(planWindow(facts.intake, MONDAY).weeks)
        expect(sumMinutes(plan.weeks)).toBeGreaterThanOrEqual(0.6 * time)
      }),
      { numRuns: runs * 5 },
    )
  })

  it('is used by a plan under way when the interview comes near, today as well', () => {
    const given = fc.record({
      ...answers,
      weekday: fc.nat(6),
      passed: fc.constantFrom(0, 1, 3, 9),
      outcome: fc.constantFrom(null, 'solved' as const, 'stuck' as const),
      days: fc.constantFrom(0, 1, 2, 3, 4, 6),
    })
    fc.assert(
      fc.property(given, ({ weekday, passed, outcome, days, ...intake }) => {
        const life = new Life({
          basis,
          intake: intakeSchema.parse(anIntake({ ...intake, time_zone: 'UTC', interview_date: null })),
          start: new Date(Date.UTC(2026, 2, 2 + weekday, 12)),
        })
        life.visit()
        for (let day = 0; day < passed; day++) {
          for (const { slug, item_id, date } of outcome ? life.openItems() : [])
            if (date <= life.today && outcome) life.attempt({ slug, outcome, itemId: item_id })
          life.pass(24)
          life.visit()
        }
        life.setInterview(days)
        fc.pre(life.intake.interview_date !== null)
        life.change({ type: 'refresh' })
        if (!life.plan) throw new Error('there is no plan')
        const time = minutesLeft(life.plan, life.intake, life.today)
        const used = sumMinutes(listItems(life.plan).filter(({ date }) => date >= life.today))
        if (time - used >= SHORTEST) expect(used).toBeGreaterThanOrEqual(0.6 * time)
      }),
      { numRuns: runs },
    )
  })

  it('today that the learner made shorter is not filled up again', () => {
    const life = new Life({
      basis,
      intake: intakeSchema.parse(anIntake({ hours_per_week: 14, time_zone: 'UTC' })),
      start: new Date(`${MONDAY}T12:00:00Z`),
    })
    life.visit()
    life.setInterview(1)
    life.change({ type: 'refresh' })
    const before = life.change({ type: 'cut', minutes: 20 })
    if (!before || !life.plan) throw new Error('there is no plan')
    const cut = listItems(life.plan).filter(({ date }) => date === MONDAY)
    expect(sumMinutes(cut)).toBeLessThanOrEqual(20)
    life.isTodayShorter = true
    life.change({ type: 'refresh' })
    expect(listItems(life.plan).filter(({ date }) => date === MONDAY)).toEqual(cut)
  })
})
