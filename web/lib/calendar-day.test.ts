import { describe, expect, test } from 'vitest'
import { addDays, dayIn, formatDay, formatDayRange, formatMinutes, formatMoment } from './calendar-day.ts'

describe('calendar days', () => {
  test('are shown as they stand', () => {
    expect(formatDay('2026-11-21')).toBe('Sat 21 Nov')
    expect(formatDay('2026-11-21', 'long')).toBe('Saturday 21 November')
  })

  test('a range names the year once, unless it changes', () => {
    expect(formatDayRange('2026-11-21', '2026-12-18')).toBe('21 Nov – 18 Dec 2026')
    expect(formatDayRange('2026-12-21', '2027-01-17')).toBe('21 Dec 2026 – 17 Jan 2027')
  })

  test('today depends on the time zone', () => {
    const moment = new Date('2026-11-21T23:30:00Z')
    expect(dayIn({ moment, timeZone: 'UTC' })).toBe('2026-11-21')
    expect(dayIn({ moment, timeZone: 'Asia/Tokyo' })).toBe('2026-11-22')
    expect(formatMoment('2026-11-21T23:30:00Z', 'Asia/Tokyo')).toBe('22 Nov 2026, 08:30')
  })

  test('days are added over the ends of months, and over a change of the clock', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  test('minutes are said in hours from sixty', () => {
    expect([45, 60, 135].map(formatMinutes)).toEqual(['45 min', '1 h', '2 h 15 min'])
  })
})
