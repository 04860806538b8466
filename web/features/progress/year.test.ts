import { expect, test } from 'vitest'
import { lastSevenDays, monthsOf, weeksOfYear } from './year.ts'

const aDay = (date: string, minutes: number) => ({ date, minutes, attempts: 1, unrecorded: 0 })
// Two Mondays, a year apart.
const activity = {
  from: '2025-05-05',
  to: '2026-05-05',
  minutes: 241,
  attempts: 6,
  unrecorded: 0,
  days: [
    aDay('2025-05-05', 1),
    aDay('2026-04-29', 20),
    aDay('2026-04-30', 21),
    aDay('2026-05-01', 90),
    aDay('2026-05-03', 91),
    aDay('2026-05-05', 18),
  ],
}

test('a year is 53 weeks from Monday to Sunday, and each of its days is in it once', () => {
  const weeks = weeksOfYear(activity)
  expect(weeks).toHaveLength(53)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  const cells = weeks.flat().filter((cell) => cell !== null)
  expect(cells).toHaveLength(366)
  expect(new Set(cells.map(({ date }) => date)).size).toBe(366)
  expect(weeks[0]?.[0]).toEqual({ date: '2025-05-05', minutes: 1, attempts: 1, size: 1 })
  expect(weeks.at(-1)?.slice(2)).toEqual([null, null, null, null, null])
})

test('a day is the larger the longer it was, and empty without an attempt', () => {
  const sizes = Object.fromEntries(
    weeksOfYear(activity)
      .flat()
      .flatMap((cell) => (cell && cell.date >= '2026-04-28' ? [[cell.date, cell.size]] : [])),
  )
  expect(sizes).toEqual({
    '2026-04-28': 0,
    '2026-04-29': 1,
    '2026-04-30': 2,
    '2026-05-01': 3,
    '2026-05-02': 0,
    '2026-05-03': 4,
    '2026-05-04': 0,
    '2026-05-05': 1,
  })
})

test('months are summed, the newest first', () => {
  expect(monthsOf(activity)).toEqual([
    { month: '2026-05', title: 'May 2026', days: 3, attempts: 3, minutes: 199 },
    { month: '2026-04', title: 'April 2026', days: 2, attempts: 2, minutes: 41 },
    { month: '2025-05', title: 'May 2025', days: 1, attempts: 1, minutes: 1 },
  ])
})

test('the last seven days end today', () => {
  expect(lastSevenDays(activity).map(({ date, active }) => `${date} ${active}`)).toEqual([
    '2026-04-29 true',
    '2026-04-30 true',
    '2026-05-01 true',
    '2026-05-02 false',
    '2026-05-03 true',
    '2026-05-04 false',
    '2026-05-05 true',
  ])
})
