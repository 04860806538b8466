import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { learnerIdOf } from '../../shared/learner-id.ts'
import { newCalendarSchema } from '../calendar/calendar.schemas.ts'
import { historySchema } from '../history/history.schemas.ts'
import { changedIntakeSchema, type IntakeInput, storedIntakeSchema } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { learnerExportSchema } from '../learners/learners.schemas.ts'
import { currentPlanSchema, planViewSchema } from '../plans/plans.schemas.ts'
import { progressSchema } from '../progress/progress.schemas.ts'
import { changedSettingsSchema, readSettingsSchema } from '../settings/settings.schemas.ts'
import { todaySchema } from '../today/today.schemas.ts'

let now = new Date('2026-05-04T10:00:00Z')
const api = useTestApi({ clock: () => now, mailer: async () => {} })
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const headers = { prefer: 'wait=60' }

async function get<Schema extends Parameters<typeof readAnswer>[1]['schema']>(
  learner: TestLearner,
  path: string,
  schema: Schema,
) {
  return readAnswer(await api.call('GET', path, { learner }), { status: 200, schema })
}
function saveIntake(learner: TestLearner, changes: Partial<IntakeInput>) {
  return api.call('PUT', '/v1/intake', { learner, body: anIntake({ study_days: everyDay, ...changes }) })
}
async function learnerIn(timeZone: string, hour?: number) {
  const email = `${crypto.randomUUID()}@example.org`
  const learner = { id: learnerIdOf(email), name: 'Ada' }
  expect((await saveIntake(learner, { time_zone: timeZone })).status).toBe(200)
  if (hour !== undefined) await api.call('PUT', '/v1/settings', { learner, body: { day_start_hour: hour } })
  return { learner, email }
}
/** Returns the wall-clock time of a place by Intl alone. */
function shown(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment)
}

describe.each([
  ['Asia/Calcutta', '2026-03-01T18:29:59Z', '2026-03-01'],
  ['Asia/Calcutta', '2026-03-01T18:30:00Z', '2026-03-02'],
  ['Pacific/Apia', '2026-05-04T10:59:59Z', '2026-05-04'],
  ['Pacific/Apia', '2026-05-04T11:00:00Z', '2026-05-05'],
  ['America/Nuuk', '2026-03-29T00:59:59Z', '2026-03-28'],
  ['America/Nuuk', '2026-03-29T01:00:00Z', '2026-03-29'],
  ['America/Nuuk', '2026-10-25T01:59:59Z', '2026-10-24'],
  ['America/Nuuk', '2026-10-25T02:00:00Z', '2026-10-25'],
  ['America/Los_Angeles', '2026-03-08T07:59:59Z', '2026-03-07'],
  ['America/Los_Angeles', '2026-03-09T06:59:59Z', '2026-03-08'],
  ['America/Los_Angeles', '2026-03-09T07:00:00Z', '2026-03-09'],
  ['America/Los_Angeles', '2026-11-01T06:59:59Z', '2026-10-31'],
  ['America/Los_Angeles', '2026-11-02T07:59:59Z', '2026-11-01'],
  ['America/Los_Angeles', '2026-11-02T08:00:00Z', '2026-11-02'],
])('in %s at %s', (timeZone, moment, date) => {
  test(`it is ${date} on every page`, async () => {
    now = new Date(moment)
    const { learner, email } = await learnerIn(timeZone)
    const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers })
    const { plan_json: plan, id } = await readAnswer(made, { status: 201, schema: planViewSchema })
    expect(plan.start_date).toBe(date)
    expect((await get(learner, '/v1/plans/current', currentPlanSchema)).today).toBe(date)

    await api.call('POST', '/v1/problems/two-sum/attempts', { learner, body: { outcome: 'solved' } })
    expect((await get(learner, '/v1/today', todaySchema)).date).toBe(date)
    const progress = await get(learner, '/v1/progress', progressSchema)
    expect(progress).toMatchObject({ date, activity: { days: [{ date, attempts: 1 }] } })
    expect(progress.weeks.at(-1)?.days.at(-1)?.date).toBe(date)

    const text = `two-sum,${date}`
    const pasted = await api.call('POST', '/v1/me/history', { learner, body: { text, dry_run: true } })
    const { matched } = await readAnswer(pasted, { status: 200, schema: historySchema })
    expect(matched.map(({ state }) => state)).toEqual(['known'])

    const markdown = await api.call('GET', `/v1/plans/${id}/markdown`, { learner })
    expect(markdown.status).toBe(200)

    const created = await api.call('POST', '/v1/calendar', { learner, body: { start_time: '18:30' } })
    const { key } = await readAnswer(created, { status: 201, schema: newCalendarSchema })
    const feed = await api.call('GET', '/v1/calendar/feed', { headers: { 'x-calendar-key': key } })
    const events = new ICAL.Component(ICAL.parse(await feed.text()))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
    for (const day of plan.weeks.flatMap(({ days }) => days)) {
      const first = events.find(({ uid }) => uid === `${day.problems[0]?.item_id}@codify`)
      expect(first && shown(first.startDate.toJSDate(), timeZone)).toBe(`${day.date} 18:30`)
    }

    await api.call('PUT', '/v1/reminder', { learner, body: { email, hour: 6 } })
    const reminder = await api.database.db
      .selectFrom('reminders')
      .select('next_at')
      .where('learner_id', '=', learner.id)
      .executeTakeFirstOrThrow()
    expect(reminder.next_at > now).toBe(true)
    expect(shown(reminder.next_at, timeZone)).toMatch(/ 06:00$/)
  })

  test('a later hour of the day’s start counts on every page as well', async () => {
    now = new Date(moment)
    const { learner } = await learnerIn(timeZone, 4)
    const [wall = '', time = ''] = shown(now, timeZone).split(' ')
    const own = time < '04:00' ? shown(new Date(now.getTime() - 12 * 3_600_000), timeZone).slice(0, 10) : wall
    const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers })
    const { plan_json: plan } = await readAnswer(made, { status: 201, schema: planViewSchema })
    expect(plan.start_date).toBe(own)
    await api.call('POST', '/v1/problems/two-sum/attempts', { learner, body: { outcome: 'solved' } })
    expect((await get(learner, '/v1/today', todaySchema)).date).toBe(own)
    const { activity } = await get(learner, '/v1/progress', progressSchema)
    expect(activity.days.map((day) => day.date)).toEqual([own])
    const pasted = await api.call('POST', '/v1/me/history', {
      learner,
      body: { text: `two-sum,${own}`, dry_run: true },
    })
    expect((await readAnswer(pasted, { status: 200, schema: historySchema })).matched).toMatchObject([
      { state: 'known' },
    ])
    expect((await saveIntake(learner, { time_zone: timeZone, interview_date: own })).status).toBe(200)
  })
})

const zones = Intl.supportedValuesOf('timeZone')

test('every zone that can be chosen is answered, and kept under one name', async () => {
  now = new Date('2026-05-04T10:00:00Z')
  const learner = api.learner()
  await saveIntake(learner, {})
  for (const timeZone of zones) {
    const body = { time_zone: timeZone.toLowerCase() }
    const saved = await api.call('PUT', '/v1/settings', { learner, body })
    const { settings } = await readAnswer(saved, { status: 200, schema: changedSettingsSchema })
    expect(settings.time_zone).toBe(timeZone)
    const today = await get(learner, '/v1/today', todaySchema)
    expect(today).toMatchObject({ time_zone: timeZone, date: shown(now, timeZone).slice(0, 10) })
  }
})

describe('a time zone that is none', () => {
  const refused = ['+10:00', '+0530', '-12', 'UTC+2', 'GMT-5', 'Europe/Berln', 'IST', '', 'Etc/Unknown']

  test.each(refused)('%j is refused with places to write instead, on every way in', async (time_zone) => {
    const learner = api.learner()
    expect((await saveIntake(learner, {})).status).toBe(200)
    const { intake: stored, ...file } = await get(learner, '/v1/me/export', learnerExportSchema)
    const other = api.learner()
    const answers = [
      [await saveIntake(learner, { time_zone }), 'time_zone'],
      [await api.call('PUT', '/v1/settings', { learner, body: { time_zone } }), 'time_zone'],
      [
        await api.call('POST', '/v1/me/import', {
          learner: other,
          body: { ...file, intake: { ...stored, time_zone } },
        }),
        'intake.time_zone',
      ],
    ] as const
    for (const [answer, field] of answers) {
      const problem = await readProblem(answer, { status: 400, code: 'request.invalid' })
      const [error] = problem.errors ?? []
      expect(error?.field).toBe(field)
      expect(error?.message).toMatch(/Write a place, such as [A-Z]\w+\/[\w/]+/)
    }
    expect((await get(learner, '/v1/intake', storedIntakeSchema)).time_zone).toBe('Europe/Berlin')
    await readProblem(await api.call('GET', '/v1/intake', { learner: other }), {
      status: 404,
      code: 'intake.not_found',
    })
  })

  test('an alias in any case is kept by its one name, on every way in', async () => {
    // The database dates rows by its own clock, and a file may say nothing of the future.
    now = new Date()
    const learner = api.learner()
    const saved = await saveIntake(learner, { time_zone: ' asia/KOLKATA ' })
    const { time_zone } = await readAnswer(saved, { status: 200, schema: changedIntakeSchema })
    expect(time_zone).toBe('Asia/Calcutta')
    const { intake, ...file } = await get(learner, '/v1/me/export', learnerExportSchema)
    const other = api.learner()
    const body = { ...file, intake: { ...intake, time_zone: 'Asia/Kolkata' } }
    expect((await api.call('POST', '/v1/me/import', { learner: other, body })).status).toBe(200)
    expect((await get(other, '/v1/intake', storedIntakeSchema)).time_zone).toBe('Asia/Calcutta')
  })

  test.each(['Mars/Olympus', '+10:00', 'America/Nowhere'])(
    'stored as %j it reads as UTC and is told, until one is chosen',
    async (time_zone) => {
      now = new Date('2026-05-04T10:00:00Z')
      const { learner, email } = await learnerIn('Europe/Berlin')
      await api.call('POST', '/v1/plans', { learner, body: {}, headers })
      await api.database.db
        .updateTable('intake_profiles')
        .set({ time_zone })
        .where('learner_id', '=', learner.id)
        .execute()
      const told = { time_zone: 'UTC', unknown_time_zone: time_zone }
      expect(await get(learner, '/v1/today', todaySchema)).toMatchObject(told)
      expect(await get(learner, '/v1/settings', readSettingsSchema)).toMatchObject(told)
      expect((await get(learner, '/v1/intake', storedIntakeSchema)).time_zone).toBe('UTC')
      expect((await get(learner, '/v1/progress', progressSchema)).time_zone).toBe('UTC')
      expect((await get(learner, '/v1/me/export', learnerExportSchema)).intake?.time_zone).toBe('UTC')
      const body = { email, hour: 6 }
      expect((await api.call('PUT', '/v1/reminder', { learner, body })).status).toBe(200)
      expect((await api.call('POST', '/v1/plans', { learner, body: {}, headers })).status).toBe(201)

      await api.call('PUT', '/v1/settings', { learner, body: { hours_per_week: 9 } })
      expect((await get(learner, '/v1/today', todaySchema)).unknown_time_zone).toBe(time_zone)
      await api.call('PUT', '/v1/settings', { learner, body: { time_zone: 'UTC' } })
      expect((await get(learner, '/v1/today', todaySchema)).unknown_time_zone).toBeNull()
    },
  )

  test('what stands in for an offset since the migration is told, and the questionnaire settles it', async () => {
    const { learner } = await learnerIn('UTC')
    await api.database.db
      .updateTable('intake_profiles')
      .set({ time_zone: 'Etc/GMT-10', unknown_time_zone: '+10:00' })
      .where('learner_id', '=', learner.id)
      .execute()
    expect(await get(learner, '/v1/settings', readSettingsSchema)).toMatchObject({
      time_zone: 'Etc/GMT-10',
      unknown_time_zone: '+10:00',
    })
    await saveIntake(learner, { time_zone: 'Australia/Brisbane' })
    expect(await get(learner, '/v1/settings', readSettingsSchema)).toMatchObject({
      time_zone: 'Australia/Brisbane',
      unknown_time_zone: null,
    })
  })
})
