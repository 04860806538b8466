import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../shared/clock.ts'
import { createModelClient, type ModelClient } from '../model-client/model-client.ts'
import { type FakeBehaviour, type FakeModel, startFakeModel } from '../proposals/testing/fake-model.ts'
import { createOpenAiHinter } from './openai-hinter.ts'

let model: FakeModel
beforeAll(async () => {
  model = await startFakeModel()
})
beforeEach(() => {
  model.requests.length = 0
})
afterAll(() => model.stop())

const data = {
  task: { title: 'Two Sum', statement: 'Find the pair.', starter: '' },
  knowledge: { complexity: { time: 'O(n)', space: 'O(n)' }, hints: [] },
  learner: { language: 'python', code: 'pass', failing_test: null },
}
const prompt = { system: 'Hint.', user: `BEGIN DATA\n${JSON.stringify(data)}\nEND DATA` }
const words = 'You are close 👩‍💻. What about the partner?'
const says = (more: Partial<Extract<FakeBehaviour, { kind: 'words' }>> = {}): FakeBehaviour => ({
  kind: 'words',
  text: () => words,
  ...more,
})

const aClient = () => createModelClient({ apiKey: 'key', baseUrl: model.baseUrl, clock: systemClock })

async function ask(
  behaviour: FakeBehaviour,
  options: { timeoutSeconds?: number; idleSeconds?: number; signal?: AbortSignal; client?: ModelClient } = {},
) {
  model.behave(behaviour)
  let text = ''
  const hinter = createOpenAiHinter({
    client: options.client ?? aClient(),
    model: 'fake',
    timeoutSeconds: options.timeoutSeconds ?? 20,
    idleSeconds: options.idleSeconds ?? 20,
    logger: pino({ level: 'silent' }),
  })
  const answer = await hinter({
    prompt,
    charactersMax: 1_000,
    signal: options.signal ?? new AbortController().signal,
    onText: async (more) => {
      text += more
    },
  })
  return { answer, text }
}

test('what a model writes is handed on as it comes, with what it was charged for', async () => {
  expect(await ask(says())).toEqual({
    answer: { ok: true, model: 'fake', usage: { promptTokens: 11, completionTokens: 7 } },
    text: words,
  })
  expect(model.requests).toHaveLength(1)
  expect(model.requests[0]?.stream).toBe(true)
})

test('a server that tells neither role nor finish nor usage will do', async () => {
  const { answer, text } = await ask(says({ lax: true }))
  expect(text).toBe(words)
  expect(answer).toMatchObject({ ok: true, usage: { promptTokens: expect.any(Number) } })
})

const failures: [string, FakeBehaviour, string, number][] = [
  ['a refusal', says({ ending: 'refusal' }), 'refused', 1],
  ['an answer cut at its length limit', says({ ending: 'length' }), 'truncated', 1],
  ['a filtered answer', says({ ending: 'content_filter' }), 'filtered', 1],
  ['an error midway', says({ ending: 'error' }), 'unreachable', 1],
  ['a connection dropped midway', says({ ending: 'cut' }), 'unreachable', 1],
  ['nothing at all', says({ text: () => ' \n' }), 'unreadable', 1],
  ['too many words', says({ text: () => words.repeat(100) }), 'too_large', 1],
  ['five megabytes', { kind: 'huge' }, 'too_large', 1],
  ['bytes that are not UTF-8', { kind: 'broken_utf8' }, 'unreadable', 1],
  ['a refusal that is no stream', { kind: 'refusal' }, 'refused', 1],
  ['a body dropped midway', { kind: 'reset' }, 'unreachable', 1],
  ['a rejected key', { kind: 'status', status: 401 }, 'rejected', 1],
  ['an overloaded server', { kind: 'status', status: 503, retryAfter: '0' }, 'unreachable', 3],
]
test.each(failures)('%s is an answer, not an error', async (_, behaviour, reason, requests) => {
  const { answer } = await ask(behaviour)
  expect(answer).toMatchObject({ ok: false, model: 'fake', reason })
  expect(model.requests).toHaveLength(requests)
})

test.each<[string, FakeBehaviour, { timeoutSeconds?: number; idleSeconds?: number }]>([
  ['says nothing', { kind: 'silent' }, { timeoutSeconds: 1 }],
  ['sends what says nothing', { kind: 'drip' }, { timeoutSeconds: 1 }],
  ['writes slower than it may', says({ delayMs: 400 }), { timeoutSeconds: 1 }],
  ['stops in the middle', says({ ending: 'silent' }), { idleSeconds: 1 }],
])('a model that %s is given up', async (_, behaviour, limits) => {
  const startedAt = performance.now()
  expect((await ask(behaviour, limits)).answer).toMatchObject({ ok: false, reason: 'timeout' })
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

test('whoever asked may stop it; what came until then was charged for', async () => {
  const stopped = { ok: false, reason: 'stopped', usage: { promptTokens: expect.any(Number) } }
  const client = aClient()
  // A server that was never heard to its end may be thinking aloud.
  const first = await ask(says({ ending: 'silent' }), { signal: AbortSignal.timeout(300), client })
  expect(first).toMatchObject({ answer: stopped, text: '' })
  await ask(says(), { client })
  const next = await ask(says({ ending: 'silent' }), { signal: AbortSignal.timeout(300), client })
  expect(next).toMatchObject({ answer: stopped, text: words })
})
