import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { anIntake } from '../intake/testing.ts'
import { planViewSchema } from '../plans/plans.schemas.ts'
import { calendarSchema, newCalendarSchema } from './calendar.schemas.ts'

// A Friday; Berlin's clocks go forward on the night to Sunday, 29 March.
let now = new Date('2026-03-27T08:00:00Z')
const api = useTestApi({ clock: () => now })

async function plan(learner: TestLearner) {
  const intake = anIntake({ time_zone: 'Europe/Berlin', timeline_weeks: 2 })
  expect((await api.call('PUT', '/v1/intake', { learner, body: intake })).status).toBe(200)
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  return (await readAnswer(made, { status: 201, schema: planViewSchema })).plan_json
}
async function makeFeed(learner: TestLearner, body: unknown = {}) {
  const response = await api.call('POST', '/v1/calendar', { learner, body })
  return readAnswer(response, { status: 201, schema: newCalendarSchema })
}
function fetchFeed(key: string, headers: Record<string, string> = {}) {
  return api.call('GET', '/v1/calendar/feed', { headers: { 'x-calendar-key': key, ...headers } })
}
async function readEvents(key: string) {
  const response = await fetchFeed(key)
  expect(response.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      start: event.startDate.toJSDate(),
      alarms: component.getAllSubcomponents('valarm').length,
    }
  })
}

describe('the feed', () => {
  test('has each item of the plan, one after the other, at the hour of the learner on both sides of a clock change', async () => {
    const learner = api.learner()
    const json = await plan(learner)
    const { key } = await makeFeed(learner, { start_time: '18:30', alarm_minutes: 30 })
    const events = await readEvents(key)
    const days = json.weeks.flatMap((week) => week.days)
    expect(events.map(({ summary }) => summary)).toEqual(
      days.flatMap(({ problems }) => problems.map(({ title }) => title)),
    )
    for (const { date, problems } of days) {
      const [first] = events.filter(({ uid }) => uid === `${problems[0]?.item_id}@codify`)
      expect(first?.start.toISOString()).toBe(`${date}T${date < '2026-03-29' ? '17:30' : '16:30'}:00.000Z`)
    }
    expect(events.reduce((sum, { alarms }) => sum + alarms, 0)).toBe(days.length)
  })

  test('is the same until something changes, and then says so by its sequence', async () => {
    const learner = api.learner()
    await plan(learner)
    const { key } = await makeFeed(learner)
    const first = await fetchFeed(key)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    now = new Date(now.getTime() + 60_000)
    expect((await fetchFeed(key, { 'if-none-match': etag })).status).toBe(304)
    await api.call('PATCH', '/v1/calendar', { learner, body: { start_time: '07:15' } })
    const second = await fetchFeed(key, { 'if-none-match': etag })
    expect(second.status).toBe(200)
    const events = await readEvents(key)
    expect(new Set(events.map(({ sequence }) => sequence))).toEqual(new Set([1]))
  })

  test('asked for by several at once tells them all the same', async () => {
    const learner = api.learner()
    await plan(learner)
    const { key } = await makeFeed(learner)
    const texts = await Promise.all(Array.from({ length: 6 }, async () => (await fetchFeed(key)).text()))
    expect(new Set(texts).size).toBe(1)
  })

  test('before there is a plan it is an empty calendar', async () => {
    expect(await readEvents((await makeFeed(api.learner())).key)).toEqual([])
  })
})

describe('the key', () => {
  test('is told once, and a new one ends the old one without losing the events', async () => {
    const learner = api.learner()
    await plan(learner)
    const first = await makeFeed(learner, { start_time: '06:00', alarm_minutes: null })
    const events = await readEvents(first.key)
    const second = await makeFeed(learner)
    expect(second).toMatchObject({ active: true, start_time: '06:00', alarm_minutes: null })
    await readProblem(await fetchFeed(first.key), { status: 404, code: 'calendar.not_found' })
    expect(await readEvents(second.key)).toEqual(events)
    const read = await api.call('GET', '/v1/calendar', { learner })
    expect(await readAnswer(read, { status: 200, schema: calendarSchema })).not.toHaveProperty('key')
  })

  test('opens nothing once it is revoked, or the account is gone', async () => {
    const [one, two] = [api.learner(), api.learner()]
    const [first, second] = [await makeFeed(one), await makeFeed(two)]
    expect((await api.call('DELETE', '/v1/calendar', { learner: one })).status).toBe(204)
    await api.call('DELETE', '/v1/me', { learner: two })
    for (const { key } of [first, second])
      await readProblem(await fetchFeed(key), { status: 404, code: 'calendar.not_found' })
    await readProblem(await fetchFeed('made up'), { status: 404, code: 'calendar.not_found' })
  })

  test.each([
    ['an hour that does not exist', { start_time: '24:00' }, 'start_time'],
    ['an alarm that is not offered', { alarm_minutes: 7 }, 'alarm_minutes'],
    ['an unknown key', { colour: 'red' }, 'colour'],
  ])('%s is refused at its field', async (_, body, field) => {
    const learner = api.learner()
    const refused = await api.call('POST', '/v1/calendar', { learner, body })
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
    const change = await api.call('PATCH', '/v1/calendar', { learner, body: {} })
    await readProblem(change, { status: 404, code: 'calendar.not_found' })
  })
})
