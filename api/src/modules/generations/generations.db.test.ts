import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { problemDetailsSchema } from '../../shared/schemas.ts'
import { storedIntakeSchema } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { planPageSchema, planSchema, whatIfSchema } from '../plans/plans.schemas.ts'
import type { Proposer } from '../proposals/openai-proposer.ts'
import { type Generation, generationSchema } from './generations.schemas.ts'

let asked = 0
/** Stands in for the model; a test sets what it does. */
let behave: Proposer = async () => ({ ok: false, model: 'fake', reason: 'refused' })
const api = useTestApi({
  proposer: (options) => {
    asked += 1
    return behave(options)
  },
  limits: { plansPerDay: 3, requestsPerMinute: 100_000 },
})

async function readyLearner(): Promise<TestLearner> {
  const learner = api.learner()
  const response = await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  expect(response.status).toBe(200)
  return learner
}

async function start(
  learner: TestLearner,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Generation> {
  const response = await api.call('POST', '/v1/plans', { learner, body, headers })
  expect(response.status).toBe(202)
  const generation = generationSchema.parse(await response.json())
  expect(response.headers.get('location')).toBe(`/v1/generations/${generation.id}`)
  return generation
}

async function ended(learner: TestLearner, id: string): Promise<Generation> {
  for (let tries = 0; tries < 200; tries++) {
    const response = await api.call('GET', `/v1/generations/${id}`, { learner })
    const generation = generationSchema.parse(await response.json())
    if (generation.state === 'done' || generation.state === 'failed') return generation
    await sleep(25)
  }
  throw new Error('the generation did not end')
}

async function problemOf(response: Response) {
  return problemDetailsSchema.parse(await response.json())
}

test('a plan asked for with Prefer: wait comes back at once and is the current one', async () => {
  const learner = await readyLearner()
  const response = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  expect(response.status).toBe(201)
  const plan = planSchema.parse(await response.json())
  expect(plan.status).toBe('current')
  expect(plan.plan_json.source).toBe('rules')
  expect(plan.plan_json.note).toContain('declined to answer')
  expect(plan.plan_json.certificate.rules.every((rule) => rule.passed)).toBe(true)
  const current = await api.call('GET', '/v1/plans/current', { learner })
  expect(planSchema.parse(await current.json())).toEqual(plan)
})

test('a model that answers with what a database cannot hold costs nobody the plan', async () => {
  behave = async () => ({
    ok: true,
    model: 'fake',
    proposal: { weeks: [{ theme: 'a\0b', days: [{ problems: [{ id: '\0', reason: '\ud800 \0' }] }] }] },
  })
  const learner = await readyLearner()
  const response = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=20' } })
  expect(response.status).toBe(201)
  behave = async () => ({ ok: false, model: 'fake', reason: 'refused' })
})

test('without an intake there is no plan, and it says what comes first', async () => {
  const response = await api.call('POST', '/v1/plans', { learner: api.learner(), body: {} })
  expect(response.status).toBe(409)
  expect((await problemOf(response)).code).toBe('plan.intake_missing')
})

test('an intake that leaves nothing to plan by now is answered with what would work', async () => {
  const learner = await readyLearner()
  await api.database.db
    .updateTable('intake_profiles')
    .set({ interview_date: '2020-01-01' })
    .where('learner_id', '=', learner.id)
    .execute()
  const response = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  expect(response.status).toBe(409)
  const problem = await problemOf(response)
  expect(problem.code).toBe('plan.nothing_to_plan')
  expect(problem.detail).toMatch(/interview/i)
})

test('a second request while one is under way gets that one, also when both come at once', async () => {
  const learner = await readyLearner()
  let answer = () => {}
  const waiting = new Promise<void>((resolve) => {
    answer = resolve
  })
  behave = async () => {
    await waiting
    return { ok: false, model: 'fake', reason: 'refused' }
  }
  const before = asked
  const all = await Promise.all(Array.from({ length: 5 }, () => start(learner)))
  expect(new Set(all.map((generation) => generation.id)).size).toBe(1)
  answer()
  const [first] = all
  if (!first) throw new Error('nothing was started')
  expect((await ended(learner, first.id)).state).toBe('done')
  expect(asked - before).toBe(1)
})

test('a repeated idempotency key gets the first generation; another body is refused', async () => {
  const learner = await readyLearner()
  const headers = { 'idempotency-key': 'once' }
  const first = await start(learner, { accept: true }, headers)
  await ended(learner, first.id)
  expect((await start(learner, { accept: true }, headers)).id).toBe(first.id)
  const clash = await api.call('POST', '/v1/plans', { learner, body: { accept: false }, headers })
  expect(clash.status).toBe(422)
  expect((await problemOf(clash)).code).toBe('idempotency.mismatch')
})

test('answers are appended to the intake once, and the next plan embeds it again', async () => {
  const learner = await readyLearner()
  const answers = [{ q: 'What felt hardest?', a: 'Recursion on trees' }]
  const headers = { 'idempotency-key': 'answers' }
  const { id } = await start(learner, { answers }, headers)
  await ended(learner, id)
  await start(learner, { answers }, headers)
  const intake = storedIntakeSchema.parse(await (await api.call('GET', '/v1/intake', { learner })).json())
  expect(intake.regeneration_answers).toEqual(answers)
  const row = await api.database.db
    .selectFrom('intake_profiles')
    .select('embedding_model')
    .where('learner_id', '=', learner.id)
    .executeTakeFirst()
  expect(row?.embedding_model).not.toBeNull()
})

test('a proposal waits until it is accepted, and takes the place of the current plan then', async () => {
  const learner = await readyLearner()
  const first = await ended(learner, (await start(learner)).id)
  const second = await ended(learner, (await start(learner, { accept: false })).id)
  const get = async (id: string | null) =>
    planSchema.parse(await (await api.call('GET', `/v1/plans/${id}`, { learner })).json())
  expect((await get(first.plan_id)).status).toBe('current')
  expect((await get(second.plan_id)).status).toBe('proposed')

  const stranger = await api.call('POST', `/v1/plans/${second.plan_id}/accept`, { learner: api.learner() })
  expect(stranger.status).toBe(404)

  for (let repeat = 0; repeat < 2; repeat++) {
    const accepted = await api.call('POST', `/v1/plans/${second.plan_id}/accept`, { learner })
    expect(accepted.status).toBe(200)
    expect(planSchema.parse(await accepted.json()).status).toBe('current')
  }
  expect((await get(first.plan_id)).status).toBe('superseded')
  const late = await api.call('POST', `/v1/plans/${first.plan_id}/accept`, { learner })
  expect(late.status).toBe(409)
})

test('a declined proposal leaves the current plan as it is', async () => {
  const learner = await readyLearner()
  const first = await ended(learner, (await start(learner)).id)
  const second = await ended(learner, (await start(learner, { accept: false })).id)
  const declined = await api.call('POST', `/v1/plans/${second.plan_id}/decline`, { learner })
  expect(planSchema.parse(await declined.json())).toMatchObject({
    status: 'superseded',
    declined_at: expect.any(String),
  })
  const again = await api.call('POST', `/v1/plans/${second.plan_id}/accept`, { learner })
  expect(again.status).toBe(409)
  expect(await again.json()).toMatchObject({ code: 'plan.declined' })
  const { items } = planPageSchema.parse(await (await api.call('GET', '/v1/plans', { learner })).json())
  expect(items.map(({ id, declined_at }) => [id, declined_at !== null])).toEqual(
    expect.arrayContaining([
      [first.plan_id, false],
      [second.plan_id, true],
    ]),
  )
  const current = planSchema.parse(await (await api.call('GET', '/v1/plans/current', { learner })).json())
  expect(current.id).toBe(first.plan_id)
})

test('the daily limit is per learner and says when to come back', async () => {
  const learner = await readyLearner()
  for (let count = 0; count < 3; count++) await ended(learner, (await start(learner)).id)
  const refused = await api.call('POST', '/v1/plans', { learner, body: {} })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000)
  expect((await problemOf(refused)).code).toBe('plan.daily_limit')
  await start(await readyLearner())
})

test('the events tell every stage and day in order and end with the plan', async () => {
  const learner = await readyLearner()
  const { id } = await start(learner)
  const events = await readEvents(await api.call('GET', `/v1/generations/${id}/events`, { learner }))
  const stages = events.filter((event) => event.event === 'stage').map((event) => event.data.stage)
  expect(stages).toEqual(['embed', 'retrieve', 'rank', 'prompt', 'complete', 'verify', 'save'])
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1))
  const { plan_id } = await ended(learner, id)
  expect(events.at(-1)).toMatchObject({ event: 'done', data: { plan_id } })
  const plan = planSchema.parse(await (await api.call('GET', `/v1/plans/${plan_id}`, { learner })).json())
  expect(events.filter((event) => event.event === 'day').map((event) => event.data.day)).toEqual(
    plan.plan_json.weeks.flatMap((week) => week.days),
  )
})

test('a stream resumes after the last event one saw', async () => {
  const learner = await readyLearner()
  const { id } = await start(learner)
  const all = await readEvents(await api.call('GET', `/v1/generations/${id}/events`, { learner }))
  const rest = await readEvents(
    await api.call('GET', `/v1/generations/${id}/events`, { learner, headers: { 'last-event-id': '4' } }),
  )
  expect(rest).toEqual(all.slice(4))
})

test('a stream resumed after the last event of an ended generation ends at once', async () => {
  const learner = await readyLearner()
  const { id } = await start(learner)
  const all = await readEvents(await api.call('GET', `/v1/generations/${id}/events`, { learner }))
  for (const seen of [all.length, all.length + 100]) {
    const headers = { 'last-event-id': String(seen) }
    const response = await api.call('GET', `/v1/generations/${id}/events`, { learner, headers })
    expect(response.status).toBe(200)
    expect(await readEvents(response)).toEqual([])
  }
})

test('another learner’s generation and plan do not exist', async () => {
  const learner = await readyLearner()
  const { id } = await start(learner)
  const { plan_id } = await ended(learner, id)
  for (const path of [`/v1/generations/${id}`, `/v1/generations/${id}/events`, `/v1/plans/${plan_id}`]) {
    expect((await api.call('GET', path, { learner: api.learner() })).status).toBe(404)
  }
})

test('a bad body, id or event id is refused with the field', async () => {
  const learner = await readyLearner()
  const { id } = await start(learner)
  const cases: [string, string, unknown, Record<string, string>, string][] = [
    ['POST', '/v1/plans', { answers: [{ q: '', a: 'x' }] }, {}, 'answers.0.q'],
    ['POST', '/v1/plans', { answers: [{ q: 'x', a: 'y'.repeat(2001) }] }, {}, 'answers.0.a'],
    ['POST', '/v1/plans', { accept: 'yes' }, {}, 'accept'],
    ['POST', '/v1/plans', { weeks: [] }, {}, 'weeks'],
    ['GET', '/v1/generations/nonsense', undefined, {}, 'id'],
    ['GET', `/v1/generations/${id}/events`, undefined, { 'last-event-id': 'x' }, 'last-event-id'],
    ['GET', '/v1/plans/nonsense', undefined, {}, 'id'],
    ['GET', '/v1/plans?limit=0', undefined, {}, 'limit'],
    ['GET', '/v1/plans?cursor=zzz', undefined, {}, 'cursor'],
  ]
  for (const [method, path, body, headers, field] of cases) {
    const response = await api.call(method, path, { learner, body, headers })
    expect([path, response.status]).toEqual([path, 400])
    expect((await problemOf(response)).errors?.[0]?.field).toBe(field)
  }
})

test('the history lists plans newest first, page by page', async () => {
  const learner = await readyLearner()
  const made: (string | null)[] = []
  for (let count = 0; count < 3; count++)
    made.unshift((await ended(learner, (await start(learner)).id)).plan_id)
  const page = async (query: string) =>
    planPageSchema.parse(await (await api.call('GET', `/v1/plans?limit=2${query}`, { learner })).json())
  const first = await page('')
  const second = await page(`&cursor=${first.next_cursor}`)
  const items = [...first.items, ...second.items]
  expect(items.map((item) => item.id)).toEqual(made)
  expect(items.map((item) => item.status)).toEqual(['current', 'superseded', 'superseded'])
  expect(second.next_cursor).toBeNull()
  expect(items[0]).toMatchObject({ weeks: 4, source: 'rules' })
})

type SseEvent = { id: number; event: string; data: Record<string, unknown> }

async function readEvents(response: Response): Promise<SseEvent[]> {
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const text = await response.text()
  return text
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? ''
      return { id: Number(field('id')), event: field('event'), data: JSON.parse(field('data')) }
    })
}

test('what-if tells what other hours would hold, and keeps nothing', async () => {
  const learner = await readyLearner()
  const ask = async (hours: number) => {
    const response = await api.call('GET', `/v1/plans/what-if?hours_per_week=${hours}&weeks=4`, { learner })
    expect(response.status).toBe(200)
    return whatIfSchema.parse(await response.json())
  }
  const [few, many] = [await ask(4), await ask(12)]
  expect(many.problems).toBeGreaterThan(few.problems)
  expect(many.overflow).toBeLessThan(few.overflow)
  expect((await api.call('GET', '/v1/plans/current', { learner })).status).toBe(404)
  const refused = await api.call('GET', '/v1/plans/what-if?hours_per_week=0&weeks=4', { learner })
  expect((await problemOf(refused)).errors?.[0]?.field).toBe('hours_per_week')
  const early = await api.call('GET', '/v1/plans/what-if?hours_per_week=5&weeks=4', {
    learner: api.learner(),
  })
  expect((await problemOf(early)).code).toBe('plan.intake_missing')
})

test('one learner follows five generations at most at a time, and others are not harmed', async () => {
  const thinking = Promise.withResolvers<Awaited<ReturnType<Proposer>>>()
  behave = () => thinking.promise
  const [learner, other] = [await readyLearner(), await readyLearner()]
  const { id } = await start(learner)
  const follow = (who = learner, of = id) => api.call('GET', `/v1/generations/${of}/events`, { learner: who })
  const streams = await Promise.all(Array.from({ length: 5 }, () => follow()))
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const refused = await follow()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('5')
  expect((await problemOf(refused)).code).toBe('rate.too_many_streams')

  const { id: others } = await start(other)
  const elsewhere = await follow(other, others)
  expect(elsewhere.status).toBe(200)
  await elsewhere.body?.cancel()

  // A closed stream makes room once the server has noticed.
  await streams[0]?.body?.cancel()
  let again = await follow()
  for (let tries = 0; again.status === 429 && tries < 100; tries++) {
    await sleep(50)
    again = await follow()
  }
  expect(again.status).toBe(200)
  for (const stream of [...streams.slice(1), again]) await stream.body?.cancel()
  behave = async () => ({ ok: false, model: 'fake', reason: 'refused' })
  thinking.resolve({ ok: false, model: 'fake', reason: 'refused' })
})
