import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { anIntake } from '../intake/testing.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { type PlanJson, planSchema } from '../plans/plans.schemas.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { todaySchema } from './today.schemas.ts'

const api = useTestApi({ clock: () => new Date('2026-03-02T09:00:00Z') })

async function withPlan() {
  const learner = api.learner()
  const body = anIntake({ hours_per_week: 10 })
  expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  expect(made.status).toBe(201)
  return learner
}
async function planOf(learner: TestLearner) {
  const plan = await api.call('GET', '/v1/plans/current', { learner })
  return (await readAnswer(plan, { status: 200, schema: planSchema })).plan_json
}
const add = (learner: TestLearner, body: unknown) =>
  api.call('POST', '/v1/plans/current/items', { learner, body })
const daysOf = (plan: PlanJson, slug: string) =>
  plan.weeks.flatMap(({ days }) =>
    days.filter(({ problems }) => problems.some((item) => item.slug === slug)).map(({ date }) => date),
  )

describe('a problem put into the plan', () => {
  test('of one’s own or of what did not fit is there, proven, and can be undone', async () => {
    const learner = await withPlan()
    const before = await planOf(learner)
    const given = await api.call('POST', '/v1/own-problems', {
      learner,
      body: anOwnProblem({ topic: 'arrays-hashing', difficulty: 'easy', minutes: 20 }),
    })
    const own = await readAnswer(given, { status: 201, schema: problemSchema })
    const today = await readAnswer(await add(learner, { slug: own.slug }), {
      status: 200,
      schema: todaySchema,
    })
    expect(today.change).toMatchObject({ cause: 'add', added: [{ slug: own.slug }] })
    const after = await planOf(learner)
    expect(daysOf(after, own.slug)).toHaveLength(1)
    expect(after.certificate.rules.every(({ passed }) => passed)).toBe(true)
    const again = await add(learner, { slug: own.slug })
    await readProblem(again, { status: 409, code: 'plan.item_finished' })
    const undo = { learner, body: { revision: today.revision } }
    expect((await api.call('POST', '/v1/plans/current/undo', undo)).status).toBe(200)
    expect(daysOf(await planOf(learner), own.slug)).toEqual([])
    expect((await planOf(learner)).weeks).toEqual(before.weeks)
  })

  test('that does not exist, is another’s, or has no such day is refused; so it is without a plan', async () => {
    const [learner, other] = [await withPlan(), api.learner()]
    const theirs = await api.call('POST', '/v1/own-problems', { learner: other, body: anOwnProblem() })
    const { slug } = await readAnswer(theirs, { status: 201, schema: problemSchema })
    for (const unknown of ['no-such-problem', slug])
      await readProblem(await add(learner, { slug: unknown }), { status: 404, code: 'problem.not_found' })
    const past = await add(learner, { slug: 'design-twitter', date: '2026-01-01' })
    await readProblem(past, { status: 409, code: 'plan.no_room' })
    await readProblem(await add(learner, { slug: 'two-sum', day: 1 }), {
      status: 400,
      code: 'request.invalid',
    })
    const none = await add(other, { slug: 'two-sum' })
    await readProblem(none, { status: 409, code: 'plan.not_under_way' })
  })
})

test('a topic that is skipped leaves the plan at once', async () => {
  const learner = await withPlan()
  const topics = (plan: PlanJson) =>
    new Set(
      plan.weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems.map(({ topic }) => topic))),
    )
  const before = topics(await planOf(learner))
  const [skipped = ''] = [...before].filter((topic) => topic !== 'arrays-hashing').slice(-1)
  const answer = await api.call('PUT', `/v1/intake/known-topics/${skipped}`, { learner })
  expect(answer.status).toBe(200)
  const after = await planOf(learner)
  expect(topics(after)).not.toContain(skipped)
  expect(after.certificate.rules.every(({ passed }) => passed)).toBe(true)
})
