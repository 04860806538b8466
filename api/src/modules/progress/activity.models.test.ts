import { expect, test } from 'vitest'
import { activityByDay, readActivity } from './activity.models.ts'
import { anAttempt } from './testing.ts'

test('a day counts its attempts and minutes; a skip is no practice', () => {
  const byDay = activityByDay([
    anAttempt({ slug: 'two-sum', date: '2026-05-04', minutes: 17 }),
    anAttempt({ slug: '3sum', date: '2026-05-04', minutes: 30, outcome: 'stuck' }),
    anAttempt({ slug: '4sum', date: '2026-05-05', outcome: 'skipped' }),
  ])
  expect([...byDay.values()]).toEqual([{ date: '2026-05-04', minutes: 47, attempts: 2, unrecorded: 0 }])
})

test('an attempt without minutes is counted as not recorded, and adds no time', () => {
  const attempts = [anAttempt({ date: '2026-05-04', minutes: 17 }), anAttempt({ date: '2026-05-04' })]
  expect([...activityByDay(attempts).values()]).toEqual([
    { date: '2026-05-04', minutes: 17, attempts: 2, unrecorded: 1 },
  ])
})

test('a year ends today and holds 366 days', () => {
  const dates = ['2025-05-03', '2025-05-04', '2026-05-04', '2026-05-05']
  const byDay = activityByDay(dates.map((date) => anAttempt({ date, minutes: 10 })))
  expect(readActivity(byDay, '2026-05-04')).toEqual({
    from: '2025-05-04',
    to: '2026-05-04',
    minutes: 20,
    attempts: 2,
    unrecorded: 0,
    days: [
      { date: '2025-05-04', minutes: 10, attempts: 1, unrecorded: 0 },
      { date: '2026-05-04', minutes: 10, attempts: 1, unrecorded: 0 },
    ],
  })
})
