import { describe, expect, test } from 'vitest'
import { activityByDay } from './activity.models.ts'
import { anAttempt } from './testing.ts'
import { type FollowedPlan, firstMonday, readWeeks } from './weeks.models.ts'

// A Wednesday.
const today = '2026-05-06'

function aPlan(days: Record<string, number>): FollowedPlan {
  const dates = Object.keys(days)
  return { start: dates[0] ?? today, end: dates.at(-1) ?? today, minutes: new Map(Object.entries(days)) }
}

const planned = (plans: FollowedPlan[]) =>
  Object.fromEntries(
    readWeeks({ plans, byDay: new Map(), today })
      .flatMap(({ days }) => days)
      .filter((day) => day.planned > 0)
      .map((day) => [day.date, day.planned]),
  )

test('twelve weeks from a Monday; the last one goes up to today', () => {
  const byDay = activityByDay([
    anAttempt({ date: '2026-02-15', minutes: 99 }),
    anAttempt({ date: '2026-05-03', minutes: 20 }),
    anAttempt({ slug: '3sum', date: '2026-05-06', minutes: 25 }),
  ])
  const plans = [aPlan({ '2026-05-02': 60, '2026-05-05': 40, '2026-05-06': 30, '2026-05-07': 50 })]
  const weeks = readWeeks({ plans, byDay, today })
  expect(firstMonday(today)).toBe('2026-02-16')
  expect(weeks).toHaveLength(12)
  expect(weeks[0]).toMatchObject({ from: '2026-02-16', to: '2026-02-22', planned: 0, actual: 0 })
  expect(weeks[10]).toMatchObject({ from: '2026-04-27', to: '2026-05-03', planned: 60, actual: 20 })
  expect(weeks[11]).toMatchObject({ from: '2026-05-04', to: '2026-05-06', planned: 70, actual: 25 })
  expect(weeks[11]?.days.map(({ date }) => date)).toEqual(['2026-05-04', '2026-05-05', '2026-05-06'])
})

describe('of several plans', () => {
  test('the newest that had begun says what a day held', () => {
    const old = aPlan({ '2026-04-30': 60, '2026-05-01': 60, '2026-05-04': 60 })
    const next = aPlan({ '2026-05-01': 45, '2026-05-05': 45 })
    expect(planned([next, old])).toEqual({ '2026-04-30': 60, '2026-05-01': 45, '2026-05-05': 45 })
  })

  test('one that begins later leaves the days before to the one before', () => {
    const old = aPlan({ '2026-05-01': 60, '2026-05-04': 60, '2026-05-05': 60 })
    const next = aPlan({ '2026-05-05': 45 })
    expect(planned([next, old])).toEqual({ '2026-05-01': 60, '2026-05-04': 60, '2026-05-05': 45 })
  })

  test('nothing is planned after the end of the newest, whatever an older one held', () => {
    const old = aPlan({ '2026-05-01': 60, '2026-05-06': 60 })
    const next = aPlan({ '2026-05-02': 45, '2026-05-03': 45 })
    expect(planned([next, old])).toEqual({ '2026-05-01': 60, '2026-05-02': 45, '2026-05-03': 45 })
  })
})
