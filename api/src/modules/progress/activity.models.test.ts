import { expect, test } from 'vitest'
import { activityByDay, readActivity } from './activity.models.ts'
import { anAttempt } from './testing.ts'

test('a day counts its attempts and minutes; a skip is no practice', () => {
  const byDay = activityByDay(
    [
      anAttempt({ slug: 'two-sum', date: '2026-05-04', minutes: 17 }),
      anAttempt({ slug: '3sum', date: '2026-05-04', minutes: 30, outcome: 'stuck' }),
      anAttempt({ slug: '4sum', date: '2026-05-05', outcome: 'skipped' }),
    ],
    1,
  )
  expect([...byDay.values()]).toEqual([{ date: '2026-05-04', minutes: 47, attempts: 2 }])
})

test('without minutes the estimate counts: a first solve whole, a review half, at the own pace', () => {
  const times = (outcomes: ('tried' | 'solved')[], ratio: number) =>
    [
      ...activityByDay(
        outcomes.map((outcome, at) => anAttempt({ date: `2026-05-0${at + 1}`, outcome, estimated: 30 })),
        ratio,
      ).values(),
    ].map(({ minutes }) => minutes)
  expect(times(['tried', 'solved', 'solved'], 1)).toEqual([30, 30, 15])
  expect(times(['solved', 'solved'], 1.2)).toEqual([36, 18])
})

test('a year ends today and holds 366 days', () => {
  const dates = ['2025-05-03', '2025-05-04', '2026-05-04', '2026-05-05']
  const byDay = activityByDay(
    dates.map((date) => anAttempt({ date, minutes: 10 })),
    1,
  )
  expect(readActivity(byDay, '2026-05-04')).toEqual({
    from: '2025-05-04',
    to: '2026-05-04',
    minutes: 20,
    attempts: 2,
    days: [
      { date: '2025-05-04', minutes: 10, attempts: 1 },
      { date: '2026-05-04', minutes: 10, attempts: 1 },
    ],
  })
})
