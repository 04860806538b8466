import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayAfter,
  dayAt,
  dayLimit,
  isOff,
  isStudyDay,
  momentOfDay,
  startOfDay,
  weekdayOf,
  weekLimit,
} from './learner-day.models.ts'

const HOUR_MS = 3_600_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar and the clock of a place as Intl shows them, without anything of ours. */
function shown(moment: Date, timeZone: string) {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  const [date = '', time = ''] = format.format(moment).split(' ')
  return { date, hour: Number(time.slice(0, 2)) }
}

/** The day before in the calendar of Intl, which knows of dates that a place left out. */
function dayOfIntl(moment: Date, timeZone: string, dayStartHour: number): string {
  const { date, hour } = shown(moment, timeZone)
  if (hour >= dayStartHour) return date
  for (let back = 1; ; back++) {
    const before = shown(new Date(moment.getTime() - back * HOUR_MS), timeZone).date
    if (before < date) return before
  }
}

const zones = {
  'Asia/Calcutta': ['2026-03-01T18:30:00Z', '2026-11-29T18:29:59Z'],
  'Pacific/Apia': ['2026-03-01T11:00:00Z', '2011-12-30T10:00:00Z', '2011-04-02T14:00:00Z'],
  'America/Nuuk': ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2023-03-26T01:00:00Z'],
  'America/Los_Angeles': ['2026-03-08T10:00:00Z', '2026-11-01T09:00:00Z'],
  'America/Sao_Paulo': ['2018-11-04T03:00:00Z', '2018-02-18T02:00:00Z'],
  'Africa/Cairo': ['2026-04-23T22:00:00Z', '2026-10-29T21:00:00Z'],
  'Asia/Beirut': ['2026-03-28T22:00:00Z', '2026-10-24T21:00:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
  'Antarctica/Troll': ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  'Africa/Casablanca': ['2026-02-15T02:00:00Z', '2026-03-22T02:00:00Z'],
  'Asia/Kathmandu': ['2026-05-04T18:15:00Z'],
  'Pacific/Kwajalein': ['1993-08-21T12:00:00Z'],
  'Etc/GMT+5': ['2026-05-04T05:00:00Z'],
  UTC: ['2026-05-04T00:00:00Z'],
} satisfies Record<string, string[]>
const hours = [0, 2, 4, 12]

describe.each(Object.entries(zones))('in %s', (timeZone, changes) => {
  describe.each(changes)('around %s', (change) => {
    test.each(hours)('each moment has the day of its clock, from %i o’clock', (dayStartHour) => {
      const learnerDay = { timeZone, dayStartHour }
      for (let minutes = -30 * 60; minutes <= 30 * 60; minutes += 29) {
        const moment = new Date(Date.parse(change) + minutes * 60_000)
        expect([moment, dayAt(moment, learnerDay)]).toEqual([
          moment,
          dayOfIntl(moment, timeZone, dayStartHour),
        ])
      }
    })

    test.each(hours)('a day starts with the first moment that has it, from %i o’clock', (dayStartHour) => {
      const learnerDay = { timeZone, dayStartHour }
      for (let days = -2; days <= 2; days++) {
        const date = dayAt(Date.parse(change) + days * 24 * HOUR_MS, learnerDay)
        const start = startOfDay(date, learnerDay)
        expect(dayAt(start, learnerDay)).toBe(date)
        expect(dayAt(start.getTime() - 1, learnerDay) < date).toBe(true)
        expect(dayAfter(dayAt(start.getTime() - 1, learnerDay), learnerDay)).toBe(date)
      }
    })
  })
})

describe('where the clock leaves out or repeats an hour', () => {
  test.each([
    ['America/Los_Angeles', '2026-03-08', 2, '2026-03-08T10:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-01', 1, '2026-11-01T08:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', 0, '2018-11-04T03:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', 0, '2026-03-28T22:00:00.000Z'],
    ['Antarctica/Troll', '2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['America/Nuuk', '2026-10-25', 0, '2026-10-25T02:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30', 0, '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', 0, '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30', 4, '2011-12-30T14:00:00.000Z'],
  ])('in %s, %s begins at %i o’clock, which is %s', (timeZone, date, dayStartHour, start) => {
    expect(startOfDay(date, { timeZone, dayStartHour }).toISOString()).toBe(start)
  })

  test('no moment of Samoa is on the date that it left out', () => {
    for (const dayStartHour of hours) {
      const learnerDay = { timeZone: 'Pacific/Apia', dayStartHour }
      const days = Array.from({ length: 96 }, (_, hour) =>
        dayAt(Date.parse('2011-12-28T10:00:00Z') + hour * HOUR_MS, learnerDay),
      )
      expect(days).not.toContain('2011-12-30')
      expect(dayAfter('2011-12-29', learnerDay)).toBe('2011-12-31')
    }
  })

  test.each([
    ['at a time that is there', '2026-03-07', '18:30', 0, '2026-03-08T02:30:00.000Z'],
    ['as far after the gap as it lies in it', '2026-03-08', '02:30', 0, '2026-03-08T10:30:00.000Z'],
    ['the first time of two', '2026-11-01', '01:30', 0, '2026-11-01T08:30:00.000Z'],
    ['at night, which belongs to the day before', '2026-03-07', '03:30', 4, '2026-03-08T10:30:00.000Z'],
  ])('a time of a day in Los Angeles comes %s', (_, date, time, dayStartHour, moment) => {
    const learnerDay = { timeZone: 'America/Los_Angeles', dayStartHour }
    expect(momentOfDay(date, time, learnerDay).toISOString()).toBe(moment)
  })
})

const anyMoment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 0, 1) })
const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))

test('any moment of any zone has the day of Intl, and any time of it the moment of Temporal', () => {
  fc.assert(
    fc.property(anyMoment, anyZone, fc.integer({ min: 0, max: 23 }), (moment, timeZone, hour) => {
      const learnerDay = { timeZone, dayStartHour: 0 }
      const date = shown(new Date(moment), timeZone).date
      expect(dayAt(moment, learnerDay)).toBe(date)
      const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } })
      expect(momentOfDay(date, `${hour}:00`, learnerDay).getTime()).toBe(zoned.epochMilliseconds)
    }),
    { numRuns: 1_000 },
  )
})

test('no clock changes twice within the four days that are looked at together', () => {
  const until = Temporal.Instant.from('2038-01-01T00:00:00Z')
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    let before = Number.NEGATIVE_INFINITY
    let next = Temporal.Instant.from('1970-01-01T00:00:00Z')
      .toZonedDateTimeISO(timeZone)
      .getTimeZoneTransition('next')
    for (
      ;
      next && next.epochMilliseconds < until.epochMilliseconds;
      next = next.getTimeZoneTransition('next')
    ) {
      expect([timeZone, next.toString(), next.epochMilliseconds - before > 4 * 24 * HOUR_MS]).toEqual([
        timeZone,
        next.toString(),
        true,
      ])
      before = next.epochMilliseconds
    }
  }
})

describe('dates', () => {
  test('are counted over months, years and the epoch', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addDays('1970-01-01', -1)).toBe('1969-12-31')
    expect([weekdayOf('2026-11-29'), weekdayOf('1969-12-29')]).toEqual([7, 1])
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const date = new Date(moment).toISOString().slice(0, 10)
        expect(weekdayOf(date)).toBe(Temporal.PlainDate.from(date).dayOfWeek)
      }),
    )
  })

  test('are study days or days off', () => {
    expect(isStudyDay({ study_days: [1] }, '2026-11-30')).toBe(true)
    expect(isStudyDay({ study_days: [1] }, '2026-11-29')).toBe(false)
    const breaks = [{ from: '2026-11-28', to: '2026-11-29' }]
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((day) => isOff(breaks, day))).toEqual(
      [false, true, true, false],
    )
  })
})

test('a day takes one and a half times its share of the week, and 45 minutes at least', () => {
  expect(weekLimit({ hours_per_week: 10 })).toBe(600)
  expect(dayLimit({ hours_per_week: 10, study_days: [1, 3, 5] })).toBe(300)
  expect(dayLimit({ hours_per_week: 1, study_days: [1, 2, 3, 4, 5, 6, 7] })).toBe(45)
})
