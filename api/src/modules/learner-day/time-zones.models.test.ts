import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  browserTimeZone,
  canonicalTimeZone,
  labelOf,
  readTimeZone,
  refusalOf,
  timeZoneOptions,
} from './time-zones.models.ts'

const january = Temporal.Instant.from('2026-01-15T00:00:00Z')
const july = Temporal.Instant.from('2026-07-15T00:00:00Z')

/** The offsets that a zone's clock has in a year, by Temporal. */
function offsetsOf(timeZone: string): string[] {
  return [january, july].map((moment) => moment.toZonedDateTimeISO(timeZone).offset)
}
/** The zones that a refusal names. */
function namedIn(refusal: string): string[] {
  return refusal.match(/\b(?:UTC$|UTC(?=[ ,.])|[A-Z]\w+\/[\w/]+)/g) ?? []
}

describe('a name', () => {
  test.each([
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Asia/Kolkata', 'Asia/Calcutta'],
    ['  aSIA/kolkata\n', 'Asia/Calcutta'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires'],
    ['america/nuuk', 'America/Godthab'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['GB', 'Europe/London'],
    ['Japan', 'Asia/Tokyo'],
    ['PRC', 'Asia/Shanghai'],
    ['CET', 'Europe/Brussels'],
    ['EST', 'America/Panama'],
    ['PST8PDT', 'America/Los_Angeles'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['Zulu', 'UTC'],
    ['GMT+0', 'UTC'],
  ])('%j is kept as %s', (given, canonical) => {
    expect(canonicalTimeZone(given)).toBe(canonical)
    expect(canonicalTimeZone(canonical)).toBe(canonical)
  })

  test.each(['+10:00', '+0530', '-12', '+5', '−05:00', 'UTC+2', 'UTC-03:30', 'GMT-5', 'gmt +1', 'Z'])(
    '%j is an offset: refused with places that have it',
    (given) => {
      expect(canonicalTimeZone(given)).toBeUndefined()
      const refusal = refusalOf(given)
      expect(refusal).toContain('is an offset')
      expect(namedIn(refusal).length).toBeGreaterThan(0)
      for (const name of namedIn(refusal)) expect(canonicalTimeZone(name)).toBeDefined()
    },
  )

  test.each([
    ['+10:00', ['Australia/Brisbane', 'Pacific/Guam', 'Australia/Sydney']],
    ['-0700', ['America/Phoenix', 'America/Los_Angeles', 'America/Denver']],
    ['+0530', ['Asia/Kolkata']],
    ['-12', ['Pacific/Pago_Pago']],
    ['+99', ['Pacific/Kiritimati']],
  ])('for %s the nearest are %j', (given, places) => {
    expect(namedIn(refusalOf(given))).toEqual(places)
  })

  test.each(['PST', 'IST', 'CST', 'bst', 'EDT', 'ABC', 'SystemV/PST8', 'Etc/Unknown', 'Factory', 'local'])(
    '%j is of no one place and refused',
    (given) => {
      expect(canonicalTimeZone(given)).toBeUndefined()
      expect(namedIn(refusalOf(given)).length).toBeGreaterThan(0)
    },
  )

  test.each([
    ['Europe/Berln', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['Asia/Kolkatta', 'Asia/Kolkata'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Asia/Hochiminh', 'Asia/Ho_Chi_Minh'],
    ['PST', 'America/Los_Angeles'],
  ])('%j is answered with %s', (given, place) => {
    expect(namedIn(refusalOf(given))[0]).toBe(place)
  })

  test('whatever is written gets an answer with a place that is accepted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64, unit: 'binary' }), (given) => {
        if (canonicalTimeZone(given) !== undefined) return
        const places = refusalOf(given).split('such as ')[1]
        expect(places).toMatch(/^[\w/ ,-]+\.$/)
      }),
    )
  })
})

test('every offset that is in use has a place to name', () => {
  const inUse = new Set(Intl.supportedValuesOf('timeZone').flatMap(offsetsOf))
  for (const offset of inUse) {
    const [place = ''] = namedIn(refusalOf(offset))
    expect([offset, offsetsOf(place)]).toEqual([offset, expect.arrayContaining([offset])])
  }
})

describe('the zones to choose from', () => {
  test('are each there once, under the name that people use now', () => {
    const options = timeZoneOptions('UTC')
    const values = options.map(({ value }) => value)
    expect(new Set(values.map(canonicalTimeZone)).size).toBe(options.length)
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length)
    expect(values[0]).toBe('UTC')
    expect(values).toEqual(expect.arrayContaining(Intl.supportedValuesOf('timeZone')))
    expect(options).toContainEqual({ value: 'Asia/Calcutta', label: 'Asia/Kolkata' })
    expect(options).toContainEqual({ value: 'Europe/Kiev', label: 'Europe/Kyiv' })
    expect(options).toContainEqual({ value: 'America/New_York', label: 'America/New York' })
  })

  test('hold the present one, whatever its name', () => {
    const count = (current: string) => timeZoneOptions(current).length
    expect(count('asia/kolkata')).toBe(count('UTC'))
    expect(timeZoneOptions('Etc/GMT+5').map(({ value }) => value)).toContain('Etc/GMT+5')
    expect(timeZoneOptions('Moon/Base').map(({ value }) => value)).toContain('Moon/Base')
  })

  test('have present names that are accepted and mean the same', () => {
    for (const { value, label } of timeZoneOptions('UTC'))
      expect([label, canonicalTimeZone(label.replaceAll(' ', '_'))]).toEqual([label, value])
    expect(labelOf('America/Godthab')).toBe('America/Nuuk')
  })
})

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['Asia/Kolkata', 'Asia/Calcutta'],
  ['Etc/Unknown', 'UTC'],
  ['+02:00', 'UTC'],
  ['', 'UTC'],
  [undefined, 'UTC'],
])('a browser in %j is in %s', (said, timeZone) => {
  expect(browserTimeZone(said)).toBe(timeZone)
})

test('a stored name that is none reads as UTC, and is told', () => {
  expect(readTimeZone('Mars/Olympus')).toEqual({ timeZone: 'UTC', unknown: 'Mars/Olympus' })
  expect(readTimeZone('europe/kyiv')).toEqual({ timeZone: 'Europe/Kiev', unknown: null })
})
