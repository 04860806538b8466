import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import type { IntakeInput } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { currentPlanSchema, planViewSchema } from '../plans/plans.schemas.ts'
import { todaySchema } from '../today/today.schemas.ts'
import { type Progress, progressSchema } from './progress.schemas.ts'

// A Monday, 12:00 in Berlin.
const MONDAY = Date.parse('2026-05-04T10:00:00Z')
const DAY_MS = 86_400_000
let now = MONDAY
const api = useTestApi({ clock: () => new Date(now) })

async function learnerWithPlan(intake: Partial<IntakeInput> = {}): Promise<TestLearner> {
  now = MONDAY
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake(intake) })
  await makePlan(learner)
  return learner
}
async function makePlan(learner: TestLearner, body: Record<string, unknown> = {}) {
  const made = await api.call('POST', '/v1/plans', { learner, body, headers: { prefer: 'wait=60' } })
  return readAnswer(made, { status: 201, schema: planViewSchema })
}
async function progressOf(learner: TestLearner): Promise<Progress> {
  return readAnswer(await api.call('GET', '/v1/progress', { learner }), {
    status: 200,
    schema: progressSchema,
  })
}
async function currentPlan(learner: TestLearner) {
  const response = await api.call('GET', '/v1/plans/current', { learner })
  return (await readAnswer(response, { status: 200, schema: currentPlanSchema })).plan_json
}
async function attempt(learner: TestLearner, slug: string, body: Record<string, unknown>) {
  const response = await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body })
  return readAnswer(response, { status: 201, schema: attemptSchema })
}
const busyDays = ({ weeks }: Progress) =>
  weeks.flatMap(({ days }) => days).filter(({ planned, actual }) => planned + actual > 0)

test('needs a learner', async () => {
  await readProblem(await api.call('GET', '/v1/progress'), { status: 401, code: 'auth.required' })
})

test('somebody new has empty figures of the full shape', async () => {
  now = MONDAY
  const progress = await progressOf(api.learner())
  expect(progress).toMatchObject({
    date: '2026-05-04',
    time_zone: 'UTC',
    plan: null,
    active_days: { of: 7, count: 0 },
    activity: { from: '2025-05-04', to: '2026-05-04', minutes: 0, attempts: 0, days: [] },
    load: { limit: 45, waiting_minutes: 0 },
  })
  expect(progress.weeks).toHaveLength(12)
  expect(busyDays(progress)).toEqual([])
  expect(progress.load.days).toHaveLength(14)
  expect(progress.pace_by_difficulty.map(({ solves }) => solves)).toEqual([0, 0, 0])
})

describe('with a plan', () => {
  test('planned stands beside actual, by the days of the learner; what was taken back counts nowhere', async () => {
    const learner = await learnerWithPlan()
    await api.call('PUT', '/v1/settings', { learner, body: { day_start_hour: 4 } })
    const plan = await currentPlan(learner)
    const planned = plan.weeks[0]?.days[0]?.minutes ?? 0
    await attempt(learner, 'two-sum', { outcome: 'solved', minutes: 31 })
    const wrong = await attempt(learner, '3sum', { outcome: 'solved', minutes: 200 })
    await api.call('DELETE', `/v1/attempts/${wrong.id}`, { learner })
    // Three at night in Berlin still belongs to the Monday of somebody whose day begins at four.
    now = Date.parse('2026-05-05T01:00:00Z')
    await attempt(learner, 'valid-anagram', { outcome: 'stuck', minutes: 9 })
    const progress = await progressOf(learner)
    expect(progress.plan).toEqual({ start_date: plan.start_date, end_date: plan.end_date })
    expect(busyDays(progress)).toEqual([{ date: '2026-05-04', planned, actual: 40, unrecorded: 0 }])
    expect(progress.weeks.at(-1)).toMatchObject({ from: '2026-05-04', to: '2026-05-04', planned, actual: 40 })
    expect(progress.activity.days).toEqual([{ date: '2026-05-04', minutes: 40, attempts: 2, unrecorded: 0 }])
    expect(progress.active_days).toEqual({ of: 7, count: 1 })
  })

  test('a day that has passed keeps what it held when it began, though what was missed has moved on', async () => {
    const learner = await learnerWithPlan()
    const before = (await currentPlan(learner)).weeks[0]?.days[0]
    now = MONDAY + DAY_MS
    const progress = await progressOf(learner)
    expect(busyDays(progress)[0]).toMatchObject({ date: '2026-05-04', planned: before?.minutes, actual: 0 })
    const after = (await currentPlan(learner)).weeks.flatMap(({ days }) => days)
    expect(after.find(({ date }) => date === '2026-05-04')).toBeUndefined()
  })

  test('a proposal that waits or was declined is no plan that was followed', async () => {
    const learner = await learnerWithPlan()
    const [monday] = busyDays(await progressOf(learner))
    for (let times = 0; times < 2; times++) {
      const proposal = await makePlan(learner, { accept: false })
      expect(busyDays(await progressOf(learner))).toEqual([monday])
      await api.call('POST', `/v1/plans/${proposal.id}/decline`, { learner })
    }
    expect(busyDays(await progressOf(learner))).toEqual([monday])
  })

  test('the next fourteen days are what Today and the plan show', async () => {
    const learner = await learnerWithPlan()
    const { load } = await progressOf(learner)
    const plan = await currentPlan(learner)
    const byDate = new Map(plan.weeks.flatMap(({ days }) => days).map((day) => [day.date, day.minutes]))
    const until = plan.end_date
    for (const day of load.days.filter(({ date }) => date <= until))
      expect([day.date, day.new_minutes + day.review_minutes]).toEqual([day.date, byDate.get(day.date) ?? 0])
    for (const day of load.days) expect(day.new_minutes + day.review_minutes).toBeLessThanOrEqual(load.limit)
    now = MONDAY + DAY_MS
    const next = await progressOf(learner)
    const today = await readAnswer(await api.call('GET', '/v1/today', { learner }), {
      status: 200,
      schema: todaySchema,
    })
    const [first] = next.load.days
    expect((first?.new_minutes ?? 0) + (first?.review_minutes ?? 0)).toBe(today.minutes.left)
  })
})

test('reviews that fall due are ahead where there is no plan', async () => {
  now = MONDAY
  const learner = api.learner()
  await attempt(learner, 'two-sum', { outcome: 'solved', rating: 'good', minutes: 20 })
  const { load, pace_by_difficulty } = await progressOf(learner)
  const busy = load.days.filter(({ review_minutes }) => review_minutes > 0)
  expect(busy).toHaveLength(1)
  expect(busy[0]).toMatchObject({ new_minutes: 0, planned: false, free: null })
  expect(pace_by_difficulty[0]).toMatchObject({ difficulty: 'easy', solves: 1, actual: 20 })
})

test('one learner sees nothing of another', async () => {
  const learner = await learnerWithPlan()
  await attempt(learner, 'two-sum', { outcome: 'solved', minutes: 20 })
  const other = await progressOf(api.learner())
  expect(other.plan).toBeNull()
  expect(other.activity.attempts).toBe(0)
  expect(other.load.days.every((day) => day.new_minutes + day.review_minutes === 0)).toBe(true)
})
