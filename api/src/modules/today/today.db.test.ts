import { loadSeeds, readCatalogue } from '@codify/seeds'
import { anExercise } from '@codify/seeds/testing'
import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { createdBreakSchema, deletedBreakSchema } from '../breaks/breaks.schemas.ts'
import type { IntakeInput } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { currentPlanSchema, planViewSchema } from '../plans/plans.schemas.ts'
import { topicsProgressSchema } from '../progress/progress.schemas.ts'
import { changedSettingsSchema } from '../settings/settings.schemas.ts'
import { type Today, todaySchema } from './today.schemas.ts'

// A Monday, 12:00 in Berlin.
const MONDAY = Date.parse('2026-05-04T10:00:00Z')
const DAY_MS = 86_400_000
let now = MONDAY
const api = useTestApi({ clock: () => new Date(now) })

async function learnerWithPlan(intake: Partial<IntakeInput> = {}): Promise<TestLearner> {
  now = MONDAY
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake(intake) })
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  expect(made.status).toBe(201)
  return learner
}
async function today(learner: TestLearner, query = ''): Promise<Today> {
  return readAnswer(await api.call('GET', `/v1/today${query}`, { learner }), {
    status: 200,
    schema: todaySchema,
  })
}
async function act(learner: TestLearner, itemId: string, action: string): Promise<Today> {
  const response = await api.call('POST', `/v1/today/items/${itemId}/${action}`, { learner })
  return readAnswer(response, { status: 200, schema: todaySchema })
}
async function undo(learner: TestLearner, revision: number) {
  return api.call('POST', '/v1/plans/current/undo', { learner, body: { revision } })
}
async function planOf(learner: TestLearner) {
  const response = await api.call('GET', '/v1/plans/current', { learner })
  return (await readAnswer(response, { status: 200, schema: currentPlanSchema })).plan_json
}
async function attempt(learner: TestLearner, slug: string, body: Record<string, unknown>) {
  const response = await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body })
  return readAnswer(response, { status: 201, schema: attemptSchema })
}
function first<Item>(items: Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('nothing there')
  return item
}

describe('a day', () => {
  test('shows what the plan holds for it, what is left and what comes next', async () => {
    const learner = await learnerWithPlan()
    const day = await today(learner)
    const plan = await planOf(learner)
    expect(day).toMatchObject({
      date: '2026-05-04',
      state: 'ready',
      time_zone: 'Europe/Berlin',
      revision: 0,
      change: null,
    })
    expect(day.items.map(({ slug }) => slug)).toEqual(
      plan.weeks[0]?.days[0]?.problems.map(({ slug }) => slug),
    )
    expect(day.minutes).toEqual({
      planned: day.minutes.left,
      done: 0,
      unrecorded: 0,
      left: day.minutes.left,
    })
    expect(day.stop_after).toBe(day.items.length - 1)
    expect(day.next_day?.date).toBe('2026-05-05')
  })

  test('says of what it holds which can be practised in the page, and so does the plan', async () => {
    const learner = await learnerWithPlan()
    const [{ slug }, other] = [first((await today(learner)).items), (await today(learner)).items.at(-1)]
    const seeds = await readCatalogue()
    await loadSeeds(api.database.db, seeds, [anExercise(slug)])
    await api.deps.catalogue.refresh()
    const { items } = await today(learner)
    expect(items.find((item) => item.slug === slug)?.has_exercise).toBe(true)
    expect(items.find((item) => item.slug === other?.slug)?.has_exercise).toBe(other?.slug === slug)
    const plan = await api.call('GET', '/v1/plans/current', { learner })
    const { exercises } = await readAnswer(plan, { status: 200, schema: currentPlanSchema })
    expect(exercises).toEqual([slug])
  })

  test('marks follow: done counts its minutes, the same item is not open any more', async () => {
    const learner = await learnerWithPlan()
    const item = first((await today(learner)).items)
    const made = await attempt(learner, item.slug, { outcome: 'solved', minutes: 17, item_id: item.item_id })
    const day = await today(learner)
    expect(first(day.items)).toMatchObject({ status: 'solved', attempt_id: made.id })
    expect(day.minutes.done).toBe(17)
    expect(day.active_days).toEqual({ of: 7, count: 1 })
    await api.call('DELETE', `/v1/attempts/${made.id}`, { learner })
    expect(first((await today(learner)).items)).toMatchObject({ status: 'open', attempt_id: null })
  })

  test('without intake or plan it says so', async () => {
    const learner = api.learner()
    expect(await today(learner)).toMatchObject({ state: 'no_intake', items: [], plan_id: null })
    await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
    expect(await today(learner)).toMatchObject({ state: 'no_plan', items: [] })
  })
})

describe('a new day', () => {
  test('moves what was missed once, however many look, and can be undone', async () => {
    const learner = await learnerWithPlan()
    const before = await planOf(learner)
    const missed = (await today(learner)).items
    now = MONDAY + DAY_MS
    const looks = await Promise.all(Array.from({ length: 6 }, () => today(learner)))
    expect(new Set(looks.map(({ revision }) => revision))).toEqual(new Set([1]))
    const day = first(looks)
    expect(day.change?.cause).toBe('new_day')
    const later = new Set(
      (await planOf(learner)).weeks
        .flatMap(({ days }) => days)
        .flatMap(({ problems }) => problems)
        .map(({ item_id }) => item_id),
    )
    const dropped = new Set(day.change?.dropped.map(({ item_id }) => item_id))
    for (const { item_id } of missed) expect(later.has(item_id) || dropped.has(item_id)).toBe(true)
    const undone = await undo(learner, day.change?.revision ?? 0)
    expect(undone.status).toBe(200)
    expect((await planOf(learner)).weeks).toEqual(before.weeks)
    await readProblem(await undo(learner, 1), { status: 409, code: 'plan.revision_not_newest' })
  })

  test('begins at midnight, as the calendar has it, for the plan as for the day', async () => {
    const learner = await learnerWithPlan()
    now = Date.parse('2026-05-04T21:59:00Z')
    expect((await today(learner)).date).toBe('2026-05-04')
    now = Date.parse('2026-05-04T22:00:00Z')
    expect((await today(learner)).date).toBe('2026-05-05')
    const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
    const { plan_json } = await readAnswer(made, { status: 201, schema: planViewSchema })
    expect(plan_json.start_date).toBe('2026-05-05')
  })

  test('begins at the hour that the learner chose', async () => {
    const learner = await learnerWithPlan()
    await api.call('PUT', '/v1/settings', { learner, body: { day_start_hour: 4 } })
    now = Date.parse('2026-05-05T01:59:00Z')
    expect((await today(learner)).date).toBe('2026-05-04')
    now = Date.parse('2026-05-05T02:00:00Z')
    expect((await today(learner)).date).toBe('2026-05-05')
  })

  test.each([
    [
      'spring, when an hour is missing',
      '2026-03-29T01:59:00Z',
      '2026-03-28',
      '2026-03-29T02:01:00Z',
      '2026-03-29',
    ],
    [
      'autumn, when an hour comes twice',
      '2026-10-25T02:59:00Z',
      '2026-10-24',
      '2026-10-25T03:01:00Z',
      '2026-10-25',
    ],
  ])('begins at the same hour of the clock in %s', async (_, before, dayBefore, after, dayAfter) => {
    const learner = api.learner()
    await api.call('PUT', '/v1/intake', { learner, body: anIntake({ time_zone: 'Europe/Berlin' }) })
    await api.call('PUT', '/v1/settings', { learner, body: { day_start_hour: 4 } })
    now = Date.parse(before)
    expect((await today(learner)).date).toBe(dayBefore)
    now = Date.parse(after)
    expect((await today(learner)).date).toBe(dayAfter)
  })
})

describe('a tap', () => {
  test.each(['skip', 'swap', 'later'])(
    '%s takes the item off the day, and undo puts it back',
    async (action) => {
      const learner = await learnerWithPlan()
      const before = await planOf(learner)
      const item = first((await today(learner)).items)
      const day = await act(learner, item.item_id, action)
      expect(day.items.map(({ item_id }) => item_id)).not.toContain(item.item_id)
      expect(day.change).toMatchObject({ cause: action, revision: 1 })
      // Another device did not know yet: it gets the same day, and nothing happens twice.
      expect((await act(learner, item.item_id, action)).revision).toBe(day.revision)
      expect((await undo(learner, 1)).status).toBe(200)
      expect(await planOf(learner)).toEqual(before)
      expect(first((await today(learner)).items)).toMatchObject({ item_id: item.item_id, status: 'open' })
    },
  )

  test('two devices at once lose nothing', async () => {
    const learner = await learnerWithPlan()
    const [one, two] = (await today(learner)).items
    await Promise.all([act(learner, one?.item_id ?? '', 'later'), act(learner, two?.item_id ?? '', 'skip')])
    const ids = (await today(learner)).items.map(({ item_id }) => item_id)
    expect(ids).not.toContain(one?.item_id)
    expect(ids).not.toContain(two?.item_id)
  })
})

describe('a shorter day', () => {
  test('is shown first, then kept, and fits', async () => {
    const learner = await learnerWithPlan({ hours_per_week: 12 })
    const whole = await today(learner)
    const preview = await today(learner, '?minutes=25')
    expect(preview.minutes.left).toBeLessThanOrEqual(25)
    expect(await today(learner)).toEqual(whole)
    const kept = await api.call('POST', '/v1/today/cut', { learner, body: { minutes: 25 } })
    const day = await readAnswer(kept, { status: 200, schema: todaySchema })
    expect(day.items).toEqual(preview.items)
    expect(day.change?.cause).toBe('cut')
  })

  test.each([0, -5, 10_080, 'a'])('of %s minutes is refused at its field', async (minutes) => {
    const learner = await learnerWithPlan()
    await readProblem(await api.call('GET', `/v1/today?minutes=${minutes}`, { learner }), {
      status: 400,
      code: 'request.invalid',
    })
    await readProblem(await api.call('POST', '/v1/today/cut', { learner, body: { minutes } }), {
      status: 400,
      code: 'request.invalid',
    })
  })
})

describe('days off and settings', () => {
  test('a break empties its days at once, and taking it back gives them back', async () => {
    const learner = await learnerWithPlan()
    const response = await api.call('POST', '/v1/breaks', {
      learner,
      body: { from: '2026-05-04', to: '2026-05-06' },
    })
    const made = await readAnswer(response, { status: 201, schema: createdBreakSchema })
    expect(made.change?.cause).toBe('break')
    expect(await today(learner)).toMatchObject({ state: 'break', items: [], break: { from: '2026-05-04' } })
    const dates = (await planOf(learner)).weeks.flatMap(({ days }) => days).map(({ date }) => date)
    expect(dates.filter((date) => date <= '2026-05-06')).toEqual([])
    const gone = await api.call('DELETE', `/v1/breaks/${made.break.id}`, { learner })
    await readAnswer(gone, { status: 200, schema: deletedBreakSchema })
    expect((await today(learner)).state).not.toBe('break')
  })

  test.each([
    [{ from: '2026-05-10', to: '2026-05-09' }, 'to'],
    [{ from: '2026-05-01', to: '2026-05-03' }, 'to'],
    [{ from: '2026-05-10', to: '2028-05-10' }, 'to'],
    [{ from: 'soon', to: '2026-05-10' }, 'from'],
  ])('the days %j are refused at their field', async (body, field) => {
    const learner = await learnerWithPlan()
    const response = await api.call('POST', '/v1/breaks', { learner, body })
    const problem = await readProblem(response, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })

  test('fewer hours and other days repack at once', async () => {
    const learner = await learnerWithPlan({ hours_per_week: 12 })
    const response = await api.call('PUT', '/v1/settings', {
      learner,
      body: { hours_per_week: 4, study_days: [2, 4] },
    })
    const { settings, change } = await readAnswer(response, { status: 200, schema: changedSettingsSchema })
    expect(settings).toMatchObject({ hours_per_week: 4, study_days: [2, 4], day_start_hour: 0 })
    expect(change?.cause).toBe('hours')
    for (const week of (await planOf(learner)).weeks) expect(week.minutes).toBeLessThanOrEqual(240)
  })

  test.each([
    [{ time_zone: 'Mars/Olympus' }, 'time_zone'],
    [{ day_start_hour: 13 }, 'day_start_hour'],
    [{ daily_review_cap: -1 }, 'daily_review_cap'],
    [{}, 'body'],
  ])('%j is refused', async (body, field) => {
    const learner = await learnerWithPlan()
    const problem = await readProblem(await api.call('PUT', '/v1/settings', { learner, body }), {
      status: 400,
      code: 'request.invalid',
    })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })
})

describe('progress', () => {
  test('shows what was measured beside the self-rating, and no level before enough was tried', async () => {
    const learner = await learnerWithPlan({ topic_confidence: { 'arrays-hashing': 5 } })
    const read = async () => {
      const response = await api.call('GET', '/v1/progress/topics', { learner })
      const { items } = await readAnswer(response, { status: 200, schema: topicsProgressSchema })
      return items.find(({ topic }) => topic === 'arrays-hashing')
    }
    expect(await read()).toMatchObject({ self_rating: 5, level: 'new', value: null, gap: null })
    await attempt(learner, 'two-sum', { outcome: 'stuck' })
    await attempt(learner, 'valid-anagram', { outcome: 'stuck' })
    await attempt(learner, 'group-anagrams', { outcome: 'stuck' })
    expect(await read()).toMatchObject({ level: 'learning', measured_rating: null, attempts: 3, days: 1 })
    now = MONDAY + DAY_MS
    await attempt(learner, 'contains-duplicate', { outcome: 'stuck' })
    expect(await read()).toMatchObject({ level: 'shaky', measured_rating: 1, gap: -4, attempts: 4, days: 2 })
  })
})

describe('work that begins before the first day of a plan', () => {
  const startNextWeek = { study_days: [6, 7], hours_per_week: 8 }
  const itemsOf = async (learner: TestLearner) =>
    (await planOf(learner)).weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
  async function replan(learner: TestLearner, body: Record<string, unknown> = {}) {
    const made = await api.call('POST', '/v1/plans', { learner, body, headers: { prefer: 'wait=60' } })
    return readAnswer(made, { status: 201, schema: planViewSchema })
  }

  test('stays with its item when the plan is made again, and when the answers change', async () => {
    const learner = await learnerWithPlan(startNextWeek)
    const [begun, done] = await itemsOf(learner)
    if (!begun || !done) throw new Error('the plan is empty')
    now += 60_000
    await attempt(learner, begun.slug, { outcome: 'stuck', item_id: begun.item_id })
    await attempt(learner, done.slug, { outcome: 'solved', item_id: done.item_id })
    await api.call('PUT', '/v1/intake', { learner, body: anIntake({ ...startNextWeek, hours_per_week: 10 }) })
    expect((await itemsOf(learner)).find(({ item_id }) => item_id === begun.item_id)?.slug).toBe(begun.slug)
    now += 60_000
    await replan(learner)
    const items = await itemsOf(learner)
    expect(items.find(({ item_id }) => item_id === begun.item_id)).toMatchObject({
      slug: begun.slug,
      kind: 'review',
    })
    expect(items.filter(({ slug, kind }) => slug === done.slug && kind !== 'review')).toEqual([])
  })

  test.each([
    ['holds', false],
    ['does not hold', true],
  ] as const)(
    'while a proposal waits that %s the problem: it is carried over when that is accepted',
    async (_, isElsewhere) => {
      const learner = await learnerWithPlan(startNextWeek)
      const proposal = await replan(learner, { accept: false })
      const proposed = new Set(
        proposal.plan_json.weeks.flatMap(({ days }) =>
          days.flatMap(({ problems }) => problems.map(({ slug }) => slug)),
        ),
      )
      if (isElsewhere) {
        const tries = proposal.plan_json.overflow.filter(({ slug }) => !proposed.has(slug)).slice(0, 20)
        let status = 0
        for (const { slug } of tries) {
          if (status !== 200)
            status = (await api.call('POST', '/v1/plans/current/items', { learner, body: { slug } })).status
        }
        expect(status).toBe(200)
      }
      const begun = first((await itemsOf(learner)).filter(({ slug }) => proposed.has(slug) !== isElsewhere))
      now += 60_000
      await attempt(learner, begun.slug, { outcome: 'tried', item_id: begun.item_id })
      now += 60_000
      const accepted = await api.call('POST', `/v1/plans/${proposal.id}/accept`, { learner })
      const plan = await readAnswer(accepted, { status: 200, schema: planViewSchema })
      expect(plan.id).toBe(proposal.id)
      expect((await itemsOf(learner)).find(({ item_id }) => item_id === begun.item_id)?.slug).toBe(begun.slug)
    },
  )
})
