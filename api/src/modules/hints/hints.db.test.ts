import { setTimeout } from 'node:timers/promises'
import { loadSeeds, readCatalogue } from '@codify/seeds'
import { anExercise } from '@codify/seeds/testing'
import { createParser } from 'eventsource-parser'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { systemClock } from '../../shared/clock.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { createSettingsRepository } from '../maintenance/settings.repository.ts'
import { createModelClient } from '../model-client/model-client.ts'
import { MODEL_SETTING } from '../model-guard/model-switch.ts'
import { createModelUsageRepository } from '../model-guard/model-usage.repository.ts'
import { type FakeBehaviour, type FakeModel, startFakeModel } from '../proposals/testing/fake-model.ts'
import { readHintPrompt } from '../proposals/testing/fake-stream.ts'
import { submittedSchema } from '../submissions/submissions.schemas.ts'
import { type HintEvent, hintEventSchema, hintPageSchema } from './hints.schemas.ts'
import { createOpenAiHinter } from './openai-hinter.ts'
import { LEFT_OUT } from './release.models.ts'

let now = Date.parse('2026-05-04T10:00:00Z')
let model: FakeModel
/** A busy machine may be silent for a while, too. */
let idleSeconds = 20
const LIMIT = 3
const api = useTestApi({
  clock: () => new Date(now),
  limits: { hintsPerDay: LIMIT },
  hinter: (options) =>
    createOpenAiHinter({
      client: createModelClient({ apiKey: 'key', baseUrl: model.baseUrl, clock: systemClock }),
      model: 'fake',
      timeoutSeconds: 30,
      idleSeconds,
      logger: pino({ level: 'silent' }),
    })(options),
})
const plain = useTestApi()
const path = '/v1/problems/two-sum/hints'

beforeAll(async () => {
  model = await startFakeModel()
  for (const { database, deps } of [api, plain]) {
    await loadSeeds(database.db, await readCatalogue(), [anExercise()])
    await deps.catalogue.refresh()
  }
})
afterAll(() => model.stop())
// Every test has a day of its own.
beforeEach(() => {
  now += 24 * 3_600_000
  model.requests.length = 0
  model.behave(says(words))
})

const words = 'You work out the partner.\n\nWhere have you met it before?'
const says = (
  text: string,
  more: Partial<Extract<FakeBehaviour, { kind: 'words' }>> = {},
): FakeBehaviour => ({
  kind: 'words',
  text: () => text,
  ...more,
})
const code = 'def two_sum(nums, target):\n    return []\n'
const asked = { language: 'python', code }

const post = (learner: TestLearner, body: object = {}, to = path) =>
  api.call('POST', to, { learner, body: { ...asked, ...body } })

/** The events of a stream to its end. */
async function eventsOf(response: Response): Promise<HintEvent[]> {
  if (!response.ok) throw new Error(await response.text())
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const events: HintEvent[] = []
  const parser = createParser({
    onEvent: ({ event, data }) => events.push(hintEventSchema.parse({ ...JSON.parse(data), type: event })),
  })
  parser.feed(await response.text())
  return events
}
const ask = async (learner: TestLearner, body: object = {}) => eventsOf(await post(learner, body))
const shownOf = (events: HintEvent[]) =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
async function kept(learner: TestLearner, query = '') {
  const response = await api.call('GET', `${path}${query}`, { learner })
  return readAnswer(response, { status: 200, schema: hintPageSchema })
}
async function submit(learner: TestLearner, outcome: 'accepted' | 'failed') {
  const body = { ...asked, outcome, passed: outcome === 'accepted' ? 9 : 1, total: 9, ms: 5, hints_used: 1 }
  const response = await api.call('POST', '/v1/problems/two-sum/submissions', { learner, body })
  return readAnswer(response, { status: 201, schema: submittedSchema })
}
async function record(learner: TestLearner, id: string) {
  const response = await api.call('POST', `/v1/submissions/${id}/attempt`, {
    learner,
    body: { outcome: 'tried' },
  })
  return readAnswer(response, { status: 201, schema: attemptSchema })
}

describe('a hint', () => {
  test('comes in pieces, is kept as it was shown, and counts for the day', async () => {
    const learner = api.learner()
    const events = await ask(learner, { failing_test: { input: 'nums = [3]', error: 'IndexError' } })
    expect(events.length).toBeGreaterThan(2)
    expect(shownOf(events).trim()).toBe(words)
    const done = events.at(-1)
    const hint = {
      problem: 'two-sum',
      language: 'python',
      kind: 'hint',
      text: words,
      model: 'fake',
      attempt_id: null,
    }
    expect(done).toMatchObject({ type: 'done', hint, left_today: LIMIT - 1 })
    const page = await kept(learner)
    expect(page).toMatchObject({ items: [hint], next_cursor: null, available: true, left_today: LIMIT - 1 })
    expect(await kept(api.learner())).toMatchObject({ items: [], left_today: LIMIT })
    const data = readHintPrompt(model.requests[0]?.messages ?? [])
    expect(data.learner).toMatchObject({ code, failing_test: { input: 'nums = [3]', error: 'IndexError' } })
    expect(data.knowledge.hints).toEqual(anExercise().facts.hints)
    const used = await createModelUsageRepository({ db: api.database.db }).ofDay({
      day: new Date(now).toISOString().slice(0, 10),
    })
    expect(used).toMatchObject([{ kind: 'hint', calls: '1', prompt_tokens: '11', completion_tokens: '7' }])
    const figures = await (await api.call('GET', '/metrics')).text()
    expect(figures).toMatch(
      /codify_model_call_duration_seconds_count\{kind="hint",model="fake",outcome="ok"\}/,
    )
    expect(figures).toMatch(/codify_model_tokens_total\{kind="hint",direction="completion"\} \d/)
  })

  test('that is the solution is none; a solution that was asked for is', async () => {
    const learner = api.learner()
    const block = '```python\ndef two_sum(nums, target):\n    return solve(nums)\n```\n'
    model.behave(says(`Here:\n${block}`))
    const events = await ask(learner)
    expect(events.at(-1)).toMatchObject({ type: 'failed', code: 'hint.only_code' })
    expect(JSON.stringify(events)).not.toContain('solve(')
    expect((await kept(learner)).items).toEqual([])
    model.behave(says(`You look every number up again. What could remember them for you?\n${block}`))
    const beside = await ask(learner)
    expect(shownOf(beside)).toContain(LEFT_OUT)
    expect(JSON.stringify(beside)).not.toContain('solve(')
    const solution = await ask(learner, { kind: 'solution' })
    expect(solution.at(-1)).toMatchObject({ type: 'done', hint: { kind: 'solution' } })
    expect(shownOf(solution)).toContain('solve(')
  })

  test('that repeats what the model was told to do is not shown, in whatever disguise', async () => {
    const learner = api.learner()
    await ask(learner)
    const instructions = model.requests[0]?.messages[0]?.content ?? ''
    expect(instructions).toContain('patient coach')
    for (const told of [
      instructions,
      `Sure!\n\n> **${instructions.toUpperCase().replaceAll(' ', '  \n')}**`,
    ]) {
      model.behave(says(told))
      const events = await ask(learner)
      expect(events.at(-1)).toMatchObject({ type: 'failed', code: 'hint.own_rules' })
      expect(shownOf(events)).not.toMatch(/coach/i)
    }
    expect((await kept(learner)).items.map(({ text }) => text)).toEqual([words])
  })

  test.each<[string, FakeBehaviour, string]>([
    ['dies', says(words, { ending: 'cut' }), 'hint.unreachable'],
    ['stalls', says(words, { ending: 'silent' }), 'hint.timeout'],
    ['is cut short', says(words, { ending: 'length' }), 'hint.truncated'],
    ['is refused', says('', { ending: 'refusal' }), 'hint.refused'],
    ['is far too long', { kind: 'huge' }, 'hint.too_large'],
    ['is no text', { kind: 'broken_utf8' }, 'hint.unreadable'],
    ['is not accepted by the server', { kind: 'status', status: 400 }, 'hint.rejected'],
  ])('that %s ends in words, and nothing of it is kept', async (_, behaviour, failure) => {
    const learner = api.learner()
    idleSeconds = failure === 'hint.timeout' ? 1 : 20
    model.behave(behaviour)
    const events = await ask(learner)
    idleSeconds = 20
    expect(events.at(-1)).toMatchObject({
      type: 'failed',
      code: failure,
      detail: expect.stringMatching(/\w/),
    })
    const { items, left_today } = await kept(learner)
    expect(items).toEqual([])
    // An answer that never began does not count.
    expect(left_today).toBe(events.length > 1 ? LIMIT - 1 : LIMIT)
    model.behave(says(words))
    expect((await ask(learner)).at(-1)).toMatchObject({ type: 'done' })
  })

  test('beyond the day’s limit is refused with when to come back, and the next day has room', async () => {
    const learner = api.learner()
    for (let i = 0; i < LIMIT; i++) await ask(learner)
    const response = await post(learner)
    expect(Number(response.headers.get('retry-after'))).toBe(14 * 3600)
    await readProblem(response, { status: 429, code: 'hint.daily_limit' })
    expect((await kept(learner)).left_today).toBe(0)
    expect((await ask(api.learner())).at(-1)).toMatchObject({ type: 'done' })
    expect(model.requests).toHaveLength(LIMIT + 1)
    now += 14 * 3_600_000
    expect((await ask(learner)).at(-1)).toMatchObject({ type: 'done', left_today: LIMIT - 1 })
  })

  test('is one at a time; stopping it makes room at once and keeps nothing', async () => {
    const learner = api.learner()
    model.behave(says(words, { ending: 'silent' }))
    const running = await post(learner)
    const reader = running.body?.getReader()
    await reader?.read()
    await readProblem(await post(learner), { status: 409, code: 'hint.running' })
    await reader?.cancel()
    model.behave(says('Now?'))
    let next = await post(learner)
    for (let tries = 0; next.status === 409 && tries < 100; tries++) {
      await setTimeout(50)
      next = await post(learner)
    }
    expect((await eventsOf(next)).at(-1)).toMatchObject({ type: 'done' })
    expect((await kept(learner)).items.map(({ text }) => text)).toEqual(['Now?'])
  })

  test('whose process is gone stands in nobody’s way for long', async () => {
    const learner = api.learner()
    model.behave({ kind: 'silent' })
    const lost = await post(learner)
    now += 120_000
    model.behave(says(words))
    expect((await ask(learner)).at(-1)).toMatchObject({ type: 'done' })
    await lost.body?.cancel()
  })

  test('is not asked for while the model is turned off, and does not count', async () => {
    const learner = api.learner()
    const settings = createSettingsRepository({ db: api.database.db })
    await settings.write({ key: MODEL_SETTING, value: 'off', now: new Date(now) })
    now += 3_000
    const response = await post(learner)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    await readProblem(response, { status: 503, code: 'hint.turned_off' })
    expect(await kept(learner)).toMatchObject({ available: false, left_today: LIMIT })
    await settings.write({ key: MODEL_SETTING, value: 'on', now: new Date(now) })
    now += 3_000
    expect(await kept(learner)).toMatchObject({ available: true })
  })

  test.each([
    ['code', { code: '' }],
    ['code', { code: 'x'.repeat(20_001) }],
    ['language', { language: 'cobol' }],
    ['kind', { kind: 'answer' }],
    ['failing_test.input', { failing_test: { input: 'x'.repeat(2_001) } }],
    ['failing_test.input', { failing_test: {} }],
    ['failing_test.name', { failing_test: { input: '', name: 'x' } }],
    ['learner_id', { learner_id: 'x' }],
  ])('is refused at %s for %o', async (field, given) => {
    const problem = await readProblem(await post(api.learner(), given), {
      status: 400,
      code: 'request.invalid',
    })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
    expect(model.requests).toEqual([])
  })

  test('is for exercises', async () => {
    const learner = api.learner()
    const none = await post(learner, {}, '/v1/problems/3sum/hints')
    await readProblem(none, { status: 404, code: 'exercise.not_found' })
    const unknown = await post(learner, {}, '/v1/problems/no-such/hints')
    await readProblem(unknown, { status: 404, code: 'problem.not_found' })
  })
})

test('what was kept is listed newest first, page by page', async () => {
  const learner = api.learner()
  for (const text of ['One?', 'Two?', 'Three?']) {
    model.behave(says(text))
    await ask(learner)
    now += 1000
  }
  const first = await kept(learner, '?limit=2')
  expect(first.items.map(({ text }) => text)).toEqual(['Three?', 'Two?'])
  const second = await kept(learner, `?limit=2&cursor=${first.next_cursor}`)
  expect(second.items.map(({ text }) => text)).toEqual(['One?'])
  expect(second.next_cursor).toBeNull()
})

describe('an attempt', () => {
  test('takes along what was told since the one before it, and no other', async () => {
    const learner = api.learner()
    await ask(learner)
    now += 1000
    const { id } = await submit(learner, 'failed')
    const first = await record(learner, id)
    now += 1000
    await ask(learner)
    now += 1000
    await record(learner, id)
    expect((await kept(learner)).items.map(({ attempt_id }) => attempt_id)).toEqual([null, first.id])
    const second = await record(learner, (await submit(learner, 'failed')).id)
    expect((await kept(learner)).items.map(({ attempt_id }) => attempt_id)).toEqual([second.id, first.id])
  })

  test('has the review of the code it was made of', async () => {
    const learner = api.learner()
    await submit(learner, 'failed')
    await readProblem(await post(learner, { kind: 'review' }), { status: 409, code: 'hint.not_accepted' })
    const { id } = await submit(learner, 'accepted')
    const attempt = await record(learner, id)
    const review = 'Clear names.\n\n```python\nreturn solve(nums)\n```'
    model.behave(says(review))
    const events = await ask(learner, { kind: 'review' })
    expect(events.at(-1)).toMatchObject({ hint: { kind: 'review', text: review, attempt_id: attempt.id } })
  })
})

test('a hint of a model that failed five times in a row is not asked for, and does not count', async () => {
  const learner = api.learner()
  model.behave({ kind: 'status', status: 503, retryAfter: '0' })
  for (let i = 0; i < 5; i++)
    expect((await ask(learner)).at(-1)).toMatchObject({ type: 'failed', code: 'hint.unreachable' })
  const asked = model.requests.length
  model.behave({ kind: 'silent' })
  const response = await post(learner)
  expect(response.headers.get('retry-after')).toBe('30')
  await readProblem(response, { status: 503, code: 'hint.resting' })
  expect(model.requests).toHaveLength(asked)
  expect((await kept(learner)).left_today).toBe(LIMIT)
  now += 30_000
  model.behave(says(words))
  expect((await ask(learner)).at(-1)).toMatchObject({ type: 'done' })
})

test('without a model there is none, and that is said', async () => {
  const learner = plain.learner()
  const page = await plain.call('GET', path, { learner })
  expect(await readAnswer(page, { status: 200, schema: hintPageSchema })).toMatchObject({
    available: false,
    items: [],
  })
  const response = await plain.call('POST', path, { learner, body: asked })
  await readProblem(response, { status: 409, code: 'hint.no_model' })
})
