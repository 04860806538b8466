import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../shared/clock.ts'
import { createModelClient } from '../model-client/model-client.ts'
import { createOpenAiProposer } from './openai-proposer.ts'
import { type FakeBehaviour, type FakeModel, goodAnswer, startFakeModel } from './testing/fake-model.ts'

let model: FakeModel
beforeAll(async () => {
  model = await startFakeModel()
})
beforeEach(() => {
  model.behave(goodAnswer)
  model.requests.length = 0
})
afterAll(() => model.stop())

const data = {
  plan: { weeks: [{ index: 1, study_days: 2 }], minutes_a_week: 120, today: '2026-01-05' },
  learner: { topic_confidence: { trees: 2 } },
  learner_words: { constraints: '', past_experience: '' },
  candidates: [{ id: 'a', slug: 'two-sum', topic: 'arrays-hashing', difficulty: 'easy', minutes: 20 }],
}
const prompt = { system: 'Plan.', user: `BEGIN DATA\n${JSON.stringify(data)}\nEND DATA` }

function ask(options: { timeoutSeconds?: number; signal?: AbortSignal } = {}) {
  const propose = createOpenAiProposer({
    client: createModelClient({ apiKey: 'key', baseUrl: model.baseUrl, clock: systemClock }),
    model: 'fake',
    timeoutSeconds: options.timeoutSeconds ?? 20,
    logger: pino({ level: 'silent' }),
  })
  return propose({ prompt, signal: options.signal ?? new AbortController().signal })
}

test('a good answer comes back as a proposal, after one request with a strict schema', async () => {
  const answer = await ask()
  expect(answer).toMatchObject({ ok: true, model: 'fake' })
  expect(answer.ok && answer.proposal.weeks[0]?.days[0]?.problems[0]?.id).toBe('a')
  expect(model.requests).toHaveLength(1)
  expect(model.requests[0]?.response_format).toMatchObject({
    type: 'json_schema',
    json_schema: { strict: true },
  })
})

const failures: [string, FakeBehaviour, string, number][] = [
  ['a refusal', { kind: 'refusal' }, 'refused', 1],
  [
    'an answer cut at its length limit',
    { kind: 'answer', text: () => '{"weeks":[', finishReason: 'length' },
    'truncated',
    1,
  ],
  ['a filtered answer', { kind: 'answer', text: () => '', finishReason: 'content_filter' }, 'filtered', 1],
  ['prose', { kind: 'answer', text: () => 'Here is your plan: …' }, 'unreadable', 1],
  ['JSON of another shape', { kind: 'answer', text: () => '{"days":[]}' }, 'unreadable', 1],
  ['an empty answer', { kind: 'answer', text: () => '' }, 'unreadable', 1],
  ['five megabytes', { kind: 'huge' }, 'too_large', 1],
  ['bytes that are not UTF-8', { kind: 'broken_utf8' }, 'unreadable', 1],
  ['a connection dropped midway', { kind: 'reset' }, 'unreachable', 1],
  ['a rejected key', { kind: 'status', status: 401 }, 'rejected', 1],
  ['a request refused in every dialect', { kind: 'status', status: 400 }, 'rejected', 3],
  ['an overloaded server', { kind: 'status', status: 503, retryAfter: '0' }, 'unreachable', 3],
]
test.each(failures)('%s is an answer, not an error', async (_, behaviour, reason, requests) => {
  model.behave(behaviour)
  expect(await ask()).toMatchObject({ ok: false, model: 'fake', reason })
  expect(model.requests).toHaveLength(requests)
})

test('a rate limit is waited for as the server asks, and the answer then counts', async () => {
  model.behave({ kind: 'status', status: 429, retryAfter: '1' }, goodAnswer)
  const startedAt = performance.now()
  expect(await ask()).toMatchObject({ ok: true })
  expect(performance.now() - startedAt).toBeGreaterThan(900)
  expect(model.requests).toHaveLength(2)
})

test.each<[string, FakeBehaviour]>([
  ['says nothing', { kind: 'silent' }],
  ['drips', { kind: 'drip' }],
  ['asks to come back after the deadline', { kind: 'status', status: 429, retryAfter: '30' }],
])('a model that %s is given up at the deadline', async (_, behaviour) => {
  model.behave(behaviour)
  const startedAt = performance.now()
  expect(await ask({ timeoutSeconds: 1 })).toMatchObject({ ok: false, model: 'fake', reason: 'timeout' })
  expect(performance.now() - startedAt).toBeLessThan(3_000)
})

test('a shutdown ends the call with an error, so that nothing is kept as the answer', async () => {
  model.behave({ kind: 'silent' })
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('shutting down')), 100)
  await expect(ask({ signal: stop.signal })).rejects.toThrow('shutting down')
})
