import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, type PlannedEvent, reconcile } from './calendar.models.ts'
import { toIcs } from './ics.ts'

const DAY_MS = 86_400_000
const start = Date.parse('2026-01-05T18:00:00Z')
const webUrl = 'https://codify.example.org'
const itemId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

function event(n: number, startsAt: number, changes: Partial<PlannedEvent> = {}): PlannedEvent {
  return {
    item_id: itemId(n),
    starts_at: new Date(startsAt),
    minutes: 25,
    title: `Problem ${n}`,
    slug: `problem-${n}`,
    kind: 'new',
    alarm_minutes: null,
    ...changes,
  }
}
function told(planned: PlannedEvent[], now: number, known: CalendarEvent[] = []) {
  return reconcile({ known, planned, now: new Date(now) }).events
}
const stateOf = (events: CalendarEvent[], n: number) => events.find(({ item_id }) => item_id === itemId(n))

describe('an event', () => {
  test('that stays as it is keeps its sequence and its moment of change', () => {
    const planned = [event(1, start + DAY_MS)]
    const first = told(planned, start)
    expect(reconcile({ known: first, planned, now: new Date(start + 5) }).changed).toEqual([])
  })

  test('that moves keeps its identity, and its sequence rises', () => {
    const first = told([event(1, start + DAY_MS)], start)
    const second = told([event(1, start + 3 * DAY_MS)], start + 1, first)
    expect(second).toHaveLength(1)
    expect(stateOf(second, 1)).toMatchObject({ sequence: 1, starts_at: new Date(start + 3 * DAY_MS) })
  })

  test('that leaves the plan is cancelled once, and comes back as the same event', () => {
    const first = told([event(1, start + DAY_MS)], start)
    const cancelled = told([], start + 1, first)
    expect(stateOf(cancelled, 1)).toMatchObject({ sequence: 1, cancelled_at: new Date(start + 1) })
    expect(reconcile({ known: cancelled, planned: [], now: new Date(start + 2) }).changed).toEqual([])
    const back = told([event(1, start + 2 * DAY_MS)], start + 3, cancelled)
    expect(stateOf(back, 1)).toMatchObject({ sequence: 2, cancelled_at: null })
  })

  test('that has begun is history: neither a later hour nor a new plan changes it', () => {
    const first = told([event(1, start)], start - 1)
    const later = told([event(1, start - 3_600_000)], start + 1, first)
    expect(later).toEqual(first)
    expect(told([], start + DAY_MS, first)).toEqual(first)
  })

  test('that was missed and is planned again moves', () => {
    const first = told([event(1, start)], start - 1)
    const again = told([event(1, start + 2 * DAY_MS)], start + DAY_MS, first)
    expect(stateOf(again, 1)).toMatchObject({ sequence: 1, starts_at: new Date(start + 2 * DAY_MS) })
  })

  test('leaves the feed two months after it has passed', () => {
    const first = told([event(1, start)], start - 1)
    const kept = reconcile({ known: first, planned: [], now: new Date(start + 60 * DAY_MS) })
    expect(kept.gone).toEqual([])
    const later = reconcile({ known: first, planned: [], now: new Date(start + 60 * DAY_MS + 1) })
    expect(later).toEqual({ events: [], changed: [], gone: [itemId(1)] })
  })
})

const step = fc.record({
  days: fc.integer({ min: 0, max: 12 }),
  plan: fc.uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 15 }),
      inDays: fc.integer({ min: 0, max: 27 }),
      minutes: fc.constantFrom(15, 25, 40),
      alarm_minutes: fc.constantFrom(null, 0, 10),
    }),
    { selector: ({ n }) => n, maxLength: 12 },
  ),
})

function violationsOf(step: {
  known: CalendarEvent[]
  events: CalendarEvent[]
  changed: CalendarEvent[]
  planned: PlannedEvent[]
}): string[] {
  const ids = step.events.map(({ item_id }) => item_id)
  const before = new Map(step.known.map((one) => [one.item_id, one]))
  const wrong = step.events.filter((after) => {
    const known = before.get(after.item_id)
    const same = JSON.stringify(known) === JSON.stringify(after)
    const risen = known === undefined ? 0 : after.sequence - known.sequence
    return step.changed.includes(after) === same || (known !== undefined && risen !== (same ? 0 : 1))
  })
  return [
    ...(new Set(ids).size === ids.length ? [] : ['an item has two events']),
    ...wrong.map(({ item_id, sequence }) => `${item_id} has the sequence ${sequence}`),
    ...step.planned
      .filter(({ item_id }) => !ids.includes(item_id))
      .map(({ item_id }) => `${item_id} is lost`),
  ]
}

test('two years of moves: one identity an item, sequences rise with every change and never fall', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 120 }), (steps) => {
      let now = start
      let known: CalendarEvent[] = []
      const violations: string[] = []
      for (const { days, plan } of steps) {
        now += days * DAY_MS + 1
        const planned = plan.map(({ n, inDays, ...facts }) => event(n, now + inDays * DAY_MS, facts))
        const { events, changed } = reconcile({ known, planned, now: new Date(now) })
        violations.push(...violationsOf({ known, events, changed, planned }))
        known = events
      }
      expect(violations).toEqual([])
    }),
    { numRuns: 40 },
  )
})

describe('the file', () => {
  const title = 'Längste Kette; mit "Komma", Rückstrich \\ und\nZeile 🧮 '.repeat(3)
  const known = told(
    [event(1, start + DAY_MS, { title, alarm_minutes: 10 }), event(2, start + 2 * DAY_MS)],
    start,
  )
  const events = told([event(1, start + DAY_MS, { title, alarm_minutes: 10 })], start + 1, known)
  const text = toIcs({ events, webUrl })

  test('keeps the line rules of RFC 5545', () => {
    expect(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR')).toBe(true)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\n\r]/)
    }
  })

  test('says to another parser what was meant', () => {
    const calendar = new ICAL.Component(ICAL.parse(text))
    const read = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
    expect(read.map(({ uid }) => uid)).toEqual([`${itemId(1)}@codify`, `${itemId(2)}@codify`])
    expect(read[0]?.summary).toBe(title)
    expect(read[0]?.startDate.toJSDate()).toEqual(new Date(start + DAY_MS))
    expect(read[0]?.duration.toSeconds()).toBe(25 * 60)
    expect(read.map(({ sequence }) => sequence)).toEqual([0, 1])
    const status = calendar.getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('status'))
    expect(status).toEqual(['CONFIRMED', 'CANCELLED'])
    const alarms = calendar
      .getAllSubcomponents('vevent')
      .map((one) => one.getAllSubcomponents('valarm').length)
    expect(alarms).toEqual([1, 0])
  })
})
