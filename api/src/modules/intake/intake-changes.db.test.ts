import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer } from '../../app/testing-answers.ts'
import { currentPlanSchema, type PlanJson } from '../plans/plans.schemas.ts'
import { changedIntakeSchema, type IntakeInput } from './intake.schemas.ts'
import { anIntake } from './testing.ts'

// A Monday morning in Berlin.
const api = useTestApi({ clock: () => new Date('2026-03-02T09:00:00Z') })
const begin = anIntake({ hours_per_week: 10, timeline_weeks: 3 })

async function withPlan(): Promise<TestLearner> {
  const learner = api.learner()
  await save(learner, {})
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  expect(made.status).toBe(201)
  return learner
}
async function save(learner: TestLearner, changes: Partial<IntakeInput>) {
  const answer = await api.call('PUT', '/v1/intake', { learner, body: { ...begin, ...changes } })
  return readAnswer(answer, { status: 200, schema: changedIntakeSchema })
}
async function read(learner: TestLearner) {
  const answer = await api.call('GET', '/v1/plans/current', { learner })
  return readAnswer(answer, { status: 200, schema: currentPlanSchema })
}
const planOf = async (learner: TestLearner) => (await read(learner)).plan_json
const daysOf = ({ weeks }: PlanJson) => weeks.flatMap(({ days }) => days)
const isProven = ({ certificate }: PlanJson) => certificate.rules.every(({ passed }) => passed)

describe('answers that change', () => {
  test.each<[string, Partial<IntakeInput>, (plan: PlanJson) => boolean]>([
    ['fewer hours', { hours_per_week: 5 }, ({ weeks }) => weeks.every(({ minutes }) => minutes <= 300)],
    [
      'other study days',
      { study_days: [1, 6, 7] },
      (plan) => daysOf(plan).every(({ date }) => [0, 1, 6].includes(new Date(date).getUTCDay())),
    ],
    [
      'an earlier interview',
      { interview_date: '2026-03-11' },
      (plan) => plan.end_date === '2026-03-11' && daysOf(plan).every(({ date }) => date <= '2026-03-11'),
    ],
    [
      'a topic to skip',
      { known_topics: ['stack'] },
      (plan) => daysOf(plan).every(({ problems }) => problems.every(({ topic }) => topic !== 'stack')),
    ],
  ])('%s: the plan follows at once, is proven, and comes back as it was', async (_, changes, holds) => {
    const learner = await withPlan()
    const before = await planOf(learner)
    expect(holds(before)).toBe(false)
    const { change } = await save(learner, changes)
    expect(change).toMatchObject({ cause: 'intake' })
    const after = await planOf(learner)
    expect({ holds: holds(after), proven: isProven(after) }).toEqual({ holds: true, proven: true })
    const undo = { learner, body: { revision: change?.revision } }
    expect((await api.call('POST', '/v1/plans/current/undo', undo)).status).toBe(200)
    expect(await planOf(learner)).toEqual(before)
  })

  test('an interview that moves away again gives the days back', async () => {
    const learner = await withPlan()
    const before = await planOf(learner)
    await save(learner, { interview_date: '2026-03-11' })
    const { change } = await save(learner, { interview_date: '2026-06-01' })
    expect(change?.added.length).toBeGreaterThan(0)
    const after = await planOf(learner)
    expect(after.end_date).toBe(before.end_date)
    expect(isProven(after)).toBe(true)
  })

  test('of words and ratings alone leave the plan as it is', async () => {
    const learner = await withPlan()
    const before = await read(learner)
    const { change } = await save(learner, { constraints: 'Mornings only', topic_confidence: { trees: 2 } })
    expect(change).toBeNull()
    expect(await read(learner)).toEqual(before)
  })

  test('saved twice at once both count, and the plan fits what was kept', async () => {
    const learner = await withPlan()
    await Promise.all([
      save(learner, { hours_per_week: 4 }),
      save(learner, { hours_per_week: 4, study_days: [2, 4] }),
    ])
    const { hours_per_week, study_days } = await readAnswer(
      await api.call('GET', '/v1/intake', { learner }),
      {
        status: 200,
        schema: changedIntakeSchema.omit({ change: true }),
      },
    )
    const plan = await planOf(learner)
    expect(plan.weeks.every(({ minutes }) => minutes <= hours_per_week * 60)).toBe(true)
    const weekday = (date: string) => new Date(date).getUTCDay() || 7
    expect(daysOf(plan).every(({ date }) => study_days.includes(weekday(date)))).toBe(true)
    expect(isProven(plan)).toBe(true)
  })

  test('without a plan change nothing but themselves', async () => {
    const learner = api.learner()
    expect((await save(learner, {})).change).toBeNull()
    expect((await save(learner, { hours_per_week: 3 })).change).toBeNull()
  })
})
