import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer } from '../../app/testing-answers.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { progressSchema } from '../progress/progress.schemas.ts'
import { type Today, todaySchema } from '../today/today.schemas.ts'
import { currentPlanSchema, type PlanItemView, type PlanView, planViewSchema } from './plans.schemas.ts'

// A Monday, 12:00 in Berlin.
const MONDAY = Date.parse('2026-05-04T10:00:00Z')
let now = MONDAY
const api = useTestApi({ clock: () => new Date(now) })

async function learnerWithPlan(): Promise<TestLearner> {
  now = MONDAY
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake({ timeline_weeks: 2 }) })
  await makePlan(learner)
  return learner
}
async function makePlan(learner: TestLearner, body: Record<string, unknown> = {}): Promise<PlanView> {
  const made = await api.call('POST', '/v1/plans', { learner, body, headers: { prefer: 'wait=60' } })
  return readAnswer(made, { status: 201, schema: planViewSchema })
}
async function currentPlan(learner: TestLearner) {
  const answer = await api.call('GET', '/v1/plans/current', { learner })
  return readAnswer(answer, { status: 200, schema: currentPlanSchema })
}
async function planById(learner: TestLearner, id: string) {
  return readAnswer(await api.call('GET', `/v1/plans/${id}`, { learner }), {
    status: 200,
    schema: planViewSchema,
  })
}
async function today(learner: TestLearner): Promise<Today> {
  return readAnswer(await api.call('GET', '/v1/today', { learner }), { status: 200, schema: todaySchema })
}
async function attempt(learner: TestLearner, slug: string, body: Record<string, unknown>) {
  const answer = await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body })
  return readAnswer(answer, { status: 201, schema: attemptSchema })
}
const itemsOf = ({ plan_json }: PlanView) =>
  plan_json.weeks.flatMap(({ days }) => days).flatMap((day) => day.problems)
const fieldsOf = ({ status, attempt_id, actual_minutes, rating }: PlanItemView) => ({
  status,
  attempt_id,
  actual_minutes,
  rating,
})
function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('nothing there')
  return item
}
const open = { status: 'open', attempt_id: null, actual_minutes: null, rating: null }

test('every answer says the same of an item: how it went, how long it took, how it felt', async () => {
  const learner = await learnerWithPlan()
  const { item_id, slug } = first((await today(learner)).items)
  const made = await attempt(learner, slug, { outcome: 'solved', minutes: 25, rating: 'hard', item_id })
  const expected = { status: 'solved', attempt_id: made.id, actual_minutes: 25, rating: 'hard' }
  const plan = await currentPlan(learner)
  for (const items of [
    (await today(learner)).items,
    itemsOf(plan),
    itemsOf(await planById(learner, plan.id)),
  ]) {
    const item = first(items.filter((one) => one.item_id === item_id))
    expect(fieldsOf(item)).toEqual(expected)
    for (const other of items.filter((one) => one !== item)) expect(fieldsOf(other)).toEqual(open)
  }
  const markdown = await (await api.call('GET', `/v1/plans/${plan.id}/markdown`, { learner })).text()
  expect(markdown.match(/^- \[x\] .*$/gm)).toEqual([expect.stringContaining('solved, 25 min, felt hard')])
  expect((await today(learner)).minutes).toMatchObject({ done: 25, unrecorded: 0 })
  const progress = await api.call('GET', '/v1/progress', { learner })
  expect(await readAnswer(progress, { status: 200, schema: progressSchema })).toMatchObject({
    activity: { minutes: 25, attempts: 1, unrecorded: 0 },
  })
  await api.call('DELETE', `/v1/attempts/${made.id}`, { learner })
  expect(itemsOf(await currentPlan(learner)).map(fieldsOf)).toEqual(itemsOf(plan).map(() => open))
})

test('what comes back completes the item: a rating and minutes that are told later', async () => {
  const learner = await learnerWithPlan()
  const { item_id, slug } = first((await today(learner)).items)
  const made = await attempt(learner, slug, { outcome: 'tried', item_id })
  expect(first((await today(learner)).items)).toMatchObject({
    status: 'tried',
    actual_minutes: null,
    rating: null,
  })
  expect((await today(learner)).minutes).toMatchObject({ done: 0, unrecorded: 1 })
  await api.call('PATCH', `/v1/attempts/${made.id}`, { learner, body: { minutes: 31, rating: 'again' } })
  expect(first((await today(learner)).items)).toMatchObject({ actual_minutes: 31, rating: 'again' })
})

describe('a review that is not due', () => {
  test('stays open, whatever is attempted outside of the plan or before its day', async () => {
    const learner = await learnerWithPlan()
    const items = itemsOf(await currentPlan(learner))
    const review = first(items.filter(({ kind }) => kind === 'review'))
    const planned = new Set(items.map(({ slug }) => slug))
    const outside = first(
      ['3sum', 'two-sum', 'word-ladder', 'jump-game'].filter((slug) => !planned.has(slug)),
    )
    await attempt(learner, review.slug, { outcome: 'solved', minutes: 20 })
    await attempt(learner, review.slug, { outcome: 'stuck' })
    await attempt(learner, outside, { outcome: 'stuck' })
    const after = itemsOf(await currentPlan(learner))
    expect(fieldsOf(first(after.filter(({ item_id }) => item_id === review.item_id)))).toEqual(open)
    const marked = after.filter(({ status }) => status !== 'open')
    expect(marked.map(({ slug, kind, status }) => [slug, kind, status])).toEqual([
      [review.slug, 'new', 'solved'],
    ])
  })
})

test('an old plan keeps what was done under it, and nothing that was done under the next one', async () => {
  const learner = await learnerWithPlan()
  const old = await currentPlan(learner)
  const [one, two] = itemsOf(old).filter(({ kind }) => kind === 'new')
  await attempt(learner, one?.slug ?? '', { outcome: 'solved', minutes: 20 })
  now += 60_000
  const next = await makePlan(learner)
  now += 60_000
  await attempt(learner, two?.slug ?? '', { outcome: 'stuck' })
  expect((await currentPlan(learner)).progress).toMatchObject({ solved_before: 1, practised: 1, solved: 0 })
  expect(next.progress).toMatchObject({ solved_before: 1, practised: 0 })
  expect((await planById(learner, old.id)).progress).toMatchObject({
    solved_before: 0,
    practised: 1,
    solved: 1,
  })
})

test('a plan never shrinks to what was done: from its last day on it lists what was not reached', async () => {
  const learner = await learnerWithPlan()
  const plan = await currentPlan(learner)
  const planned = itemsOf(plan)
  expect(plan.progress).toMatchObject({ planned: planned.length, practised: 0, not_reached: [] })
  const { item_id, slug } = first((await today(learner)).items)
  await attempt(learner, slug, { outcome: 'solved', minutes: 20, item_id })
  for (const moment of [`${plan.plan_json.end_date}T10:00:00Z`, '2026-06-20T10:00:00Z']) {
    now = Date.parse(moment)
    await today(learner)
    const { progress } = await currentPlan(learner)
    expect({ ...progress, not_reached: progress.not_reached.length }).toEqual({
      planned: planned.length,
      practised: 1,
      solved: 1,
      not_reached: planned.length - 1,
      solved_before: 0,
    })
  }
})
