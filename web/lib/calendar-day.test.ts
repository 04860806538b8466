import { describe, expect, test } from 'vitest'
import { formatDay, formatDayRange, formatMinutes, formatMoment } from './calendar-day.ts'

describe('calendar days', () => {
  test('are shown as they stand', () => {
    expect(formatDay('2026-11-21')).toBe('Sat 21 Nov')
    expect(formatDay('2026-11-21', 'long')).toBe('Saturday 21 November')
  })

  test('a range names the year once, unless it changes', () => {
    expect(formatDayRange('2026-11-21', '2026-12-18')).toBe('21 Nov – 18 Dec 2026')
    expect(formatDayRange('2026-12-21', '2027-01-17')).toBe('21 Dec 2026 – 17 Jan 2027')
  })

  test('a moment is shown by the clock of its time zone', () => {
    expect(formatMoment('2026-11-21T23:30:00Z', 'Asia/Tokyo')).toBe('22 Nov 2026, 08:30')
  })

  test('minutes are said in hours from sixty', () => {
    expect([45, 60, 135].map(formatMinutes)).toEqual(['45 min', '1 h', '2 h 15 min'])
  })
})
