import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { changedIntakeSchema, storedIntakeSchema } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { currentPlanSchema, type PlanJson } from '../plans/plans.schemas.ts'
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
  return (await readAnswer(plan, { status: 200, schema: currentPlanSchema })).plan_json
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

test('a problem that comes too early is refused with what has to come first', async () => {
  const learner = api.learner()
  const confidence = { 'arrays-hashing': 2 }
  const body = anIntake({ hours_per_week: 2, timeline_weeks: 1, topic_confidence: confidence })
  expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  expect(made.status).toBe(201)
  const before = await planOf(learner)
  const { detail } = await readProblem(await add(learner, { slug: 'edit-distance' }), {
    status: 409,
    code: 'plan.no_room',
  })
  expect(detail).toContain('builds on')
  expect(await planOf(learner)).toEqual(before)
})

describe('a topic that is skipped', () => {
  const topicsOf = (plan: PlanJson) =>
    plan.weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems.map(({ topic }) => topic)))
  const skip = (learner: TestLearner, topic: string) =>
    api.call('PUT', `/v1/intake/known-topics/${topic}`, { learner })
  const changed = async (answer: Response) => readAnswer(answer, { status: 200, schema: changedIntakeSchema })

  test('leaves the plan at once, says what left, and comes back with one undo', async () => {
    const learner = await withPlan()
    const before = await planOf(learner)
    const topic = topicsOf(before).findLast((one) => one !== 'arrays-hashing') ?? ''
    const { known_topics, change } = await changed(await skip(learner, topic))
    expect(known_topics).toEqual([topic])
    expect(change).toMatchObject({ cause: 'topic' })
    expect(change?.dropped.map(({ reason }) => reason)).toContain('You know this topic.')
    const after = await planOf(learner)
    expect(topicsOf(after)).not.toContain(topic)
    expect(after.certificate.rules.every(({ passed }) => passed)).toBe(true)
    const undo = { learner, body: { revision: change?.revision } }
    expect((await api.call('POST', '/v1/plans/current/undo', undo)).status).toBe(200)
    expect((await planOf(learner)).weeks).toEqual(before.weeks)
    const intake = await api.call('GET', '/v1/intake', { learner })
    expect((await readAnswer(intake, { status: 200, schema: storedIntakeSchema })).known_topics).toEqual([])
  })

  test('skipped again changes nothing; undoing something else later leaves it skipped', async () => {
    const learner = await withPlan()
    const topic = topicsOf(await planOf(learner)).findLast((one) => one !== 'arrays-hashing') ?? ''
    const first = await changed(await skip(learner, topic))
    expect((await changed(await skip(learner, topic))).change).toBeNull()
    const added = await add(learner, { slug: first.change?.dropped[0]?.slug })
    const refused = await readProblem(added, { status: 409, code: 'plan.no_room' })
    expect(refused.detail).toMatch(/^You skip .+\. Bring the topic back first\.$/)
    const back = await changed(await api.call('DELETE', `/v1/intake/known-topics/${topic}`, { learner }))
    expect(back.known_topics).toEqual([])
    const restored = await add(learner, { slug: first.change?.dropped[0]?.slug })
    expect((await readAnswer(restored, { status: 200, schema: todaySchema })).change?.added).toHaveLength(1)
  })

  test('without a plan is only noted', async () => {
    const learner = api.learner()
    expect((await api.call('PUT', '/v1/intake', { learner, body: anIntake() })).status).toBe(200)
    const { known_topics, change } = await changed(await skip(learner, 'trees'))
    expect({ known_topics, change }).toEqual({ known_topics: ['trees'], change: null })
  })
})
