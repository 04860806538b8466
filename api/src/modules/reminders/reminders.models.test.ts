import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextSend, nextTry } from './reminders.models.ts'

describe('the next mail', () => {
  test.each([
    ['later today', '2026-05-04T10:00:00Z', 14, 'Europe/Berlin', '2026-05-04T12:00:00.000Z'],
    [
      'tomorrow, once the hour has passed',
      '2026-05-04T12:00:00Z',
      14,
      'Europe/Berlin',
      '2026-05-05T12:00:00.000Z',
    ],
    [
      'at the same hour after clocks went forward',
      '2026-03-28T20:00:00Z',
      18,
      'Europe/Berlin',
      '2026-03-29T16:00:00.000Z',
    ],
    [
      'an hour later where the hour is skipped',
      '2026-03-28T20:00:00Z',
      2,
      'Europe/Berlin',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'once where the hour comes twice',
      '2026-10-25T00:00:00Z',
      2,
      'Europe/Berlin',
      '2026-10-26T01:00:00.000Z',
    ],
    ['east of the date line', '2026-05-04T11:00:00Z', 0, 'Pacific/Kiritimati', '2026-05-05T10:00:00.000Z'],
  ])('comes %s', (_, from, hour, timeZone, expected) => {
    const learnerDay = { timeZone, dayStartHour: 0 }
    expect(nextSend({ now: new Date(from), hour, learnerDay }).toISOString()).toBe(expected)
  })

  test('always lies ahead, by a day and two hours at most', () => {
    const zones = fc.constantFrom(
      'UTC',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    )
    const moments = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') })
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 0, max: 23 }),
        fc.record({ timeZone: zones, dayStartHour: fc.integer({ min: 0, max: 12 }) }),
        (moment, hour, learnerDay) => {
          const next = nextSend({ now: new Date(moment), hour, learnerDay })
          expect(next.getTime() - moment).toBeGreaterThan(0)
          expect(next.getTime() - moment).toBeLessThanOrEqual(26 * 3_600_000)
          // When the learner's day begins does not move the hour of the mail.
          expect(next).toEqual(
            nextSend({ now: new Date(moment), hour, learnerDay: { ...learnerDay, dayStartHour: 0 } }),
          )
        },
      ),
    )
  })
})

test('a mail that is not taken is tried three times more, and then no longer', () => {
  const now = new Date('2026-05-04T10:00:00Z')
  const waits = [1, 2, 3, 4].map((tries) => nextTry({ tries, now })?.getTime())
  expect(waits.map((at) => at && (at - now.getTime()) / 60_000)).toEqual([1, 5, 15, undefined])
})
