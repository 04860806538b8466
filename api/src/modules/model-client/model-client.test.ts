import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../../shared/clock.ts'
import { findJson } from './find-json.models.ts'
import { type Asked, createModelClient, type ModelAnswer, type ModelClient } from './model-client.ts'
import {
  asksFor,
  asksForFormat,
  type Dialect,
  type DialectServer,
  hasRole,
  refuses,
  says,
  sendError,
  startDialectServer,
} from './testing/dialect-server.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

async function serving(...dialects: Dialect[]): Promise<{ server: DialectServer; client: ModelClient }> {
  const server = await startDialectServer(...dialects)
  stops.push(server.stop)
  const { baseUrl } = server
  return { server, client: createModelClient({ apiKey: 'sk-secret-key', baseUrl, clock: systemClock }) }
}

const schema = z.object({ theme: z.string() })
const json = '{"theme":"Steady ground"}'
const hint = 'Your loop is right. What if the list is empty?'
const question = { model: 'small', prompt: { system: 'Answer in JSON.', user: 'BEGIN DATA\n{}\nEND DATA' } }

async function askForPlan(client: ModelClient, more: Partial<Asked> = {}) {
  const shape = { name: 'plan', schema: z.toJSONSchema(schema) }
  const answer = await client.ask({
    ...question,
    shape,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    ...more,
  })
  return { answer, plan: answer.ok ? findJson(answer.text, schema) : undefined }
}

async function askForHint(
  client: ModelClient,
  more: Partial<Asked> = {},
): Promise<ModelAnswer & { told: string }> {
  let told = ''
  const answer = await client.ask({
    ...question,
    tokensMax: 100,
    stream: true,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    onText: async (text) => {
      told += text
    },
    ...more,
  })
  return { ...answer, told }
}

const openAiError = (message: string, param: string | null = null, code: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code },
})
const extra = (...fields: (string | number)[][]) => ({
  detail: fields.map((loc) => ({
    type: 'extra_forbidden',
    loc: ['body', ...loc],
    msg: 'Extra inputs are not permitted',
    // A server that repeats the request in its error names no feature by it.
    input: 'response_format, stream, role',
  })),
})

/** Replies of a kind of server: its refusals, then an answer with this text. */
type Kind = (text: string) => Dialect[]
/** Tries until the first plan, and until the first hint. */
const kinds: [name: string, kind: Kind, plan: number, hint: number][] = [
  ['OpenAI', (text) => [says(text)], 1, 1],
  [
    'OpenAI with an old model',
    (text) => [
      refuses(
        asksForFormat('json_schema'),
        400,
        openAiError(
          "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        ),
      ),
      refuses(
        asksFor('max_completion_tokens'),
        400,
        openAiError('Unrecognized request argument supplied: max_completion_tokens'),
      ),
      says(text),
    ],
    2,
    2,
  ],
  [
    'OpenAI with a model without a system role',
    (text) => [
      refuses(
        hasRole('system'),
        400,
        openAiError(
          "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
          'messages[0].role',
          'unsupported_value',
        ),
      ),
      says(text),
    ],
    2,
    2,
  ],
  [
    'Ollama',
    (text) => [
      refuses(asksForFormat('json_schema'), 400, { error: 'invalid format: json_schema' }),
      says(`<think>\nsecret\n</think>\n\n${text}`),
    ],
    2,
    1,
  ],
  ['Ollama with a field for thinking', (text) => [says(text, { reasoning: { reasoning: 'secret' } })], 1, 1],
  [
    'vLLM',
    (text) => [
      refuses(hasRole('system'), 400, {
        object: 'error',
        message: 'Conversation roles must alternate user/assistant/user/assistant/...',
        type: 'BadRequestError',
        param: null,
        code: 400,
      }),
      says(text, { reasoning: { reasoning_content: 'secret' } }),
    ],
    2,
    2,
  ],
  [
    'vLLM without room for the limit',
    (text) => [
      refuses(
        asksFor('max_completion_tokens', 'max_tokens'),
        400,
        openAiError(
          "'max_tokens' or 'max_completion_tokens' is too large: 4000. This model's maximum context length is 4096 tokens.",
        ),
      ),
      says(text),
    ],
    1,
    3,
  ],
  [
    'LM Studio',
    (text) => [
      refuses(asksForFormat('json_object'), 400, {
        error: "'response_format.type' must be 'json_schema' or 'text'",
      }),
      says(text),
    ],
    1,
    1,
  ],
  [
    'LM Studio with a model for text alone',
    (text) => [
      refuses(asksFor('response_format'), 400, { error: "'response_format.type' must be 'text'" }),
      says(text),
    ],
    3,
    1,
  ],
  [
    'llama.cpp',
    (text) => [
      refuses(hasRole('system'), 500, {
        error: { code: 500, message: 'System role not supported at row 1', type: 'server_error' },
      }),
      says(text),
    ],
    2,
    2,
  ],
  [
    'llama.cpp with a grammar that fails',
    (text) => [
      refuses(asksForFormat('json_schema'), 400, { error: { message: 'Failed to parse grammar' } }),
      says(text),
    ],
    2,
    1,
  ],
  [
    'Mistral',
    (text) => [
      refuses(asksFor('stream_options'), 422, extra(['stream_options'])),
      refuses(asksFor('max_completion_tokens'), 422, extra(['max_completion_tokens'])),
      says([
        { type: 'thinking', thinking: [{ type: 'text', text: 'secret' }] },
        { type: 'text', text },
      ]),
    ],
    1,
    3,
  ],
  [
    'FastAPI with two fields at once',
    (text) => [
      refuses(
        asksFor('stream_options', 'max_completion_tokens'),
        422,
        extra(['stream_options'], ['max_completion_tokens']),
      ),
      says(text),
    ],
    1,
    2,
  ],
  [
    'FastAPI with roles of its own',
    (text) => [refuses(hasRole('system'), 422, extra(['messages', 0, 'role'])), says(text)],
    2,
    2,
  ],
  [
    'DeepSeek',
    (text) => [
      refuses(asksForFormat('json_schema'), 400, openAiError('This response_format type is unavailable now')),
      says(`secret\n</think>\n\n${text}`),
    ],
    2,
    1,
  ],
  [
    'OpenRouter',
    (text) => [
      refuses(asksForFormat('json_schema'), 400, {
        error: {
          message: 'Provider returned error',
          code: 400,
          metadata: { raw: JSON.stringify(openAiError('response_format is not supported')) },
        },
      }),
      says(text, { reasoning: { reasoning: 'secret' } }),
    ],
    2,
    1,
  ],
  [
    'OpenRouter that fails with 200',
    (text) => [
      refuses(asksForFormat('json_schema'), 200, {
        error: { message: 'No endpoints found that support structured outputs', code: 404 },
      }),
      says(text),
    ],
    2,
    1,
  ],
  [
    'Azure',
    (text) => [
      refuses(
        asksFor('stream_options'),
        400,
        openAiError('Unrecognized request argument supplied: stream_options'),
      ),
      says(text),
    ],
    1,
    2,
  ],
  [
    'gpt-oss',
    (text) => [
      says(
        `<|channel|>analysis<|message|>secret<|end|><|start|>assistant<|channel|>final<|message|>${text}<|return|>`,
      ),
    ],
    1,
    1,
  ],
  ['a server that never streams', (text) => [says(text, { only: 'whole' })], 1, 1],
  [
    'a server that refuses to stream',
    (text) => [refuses(({ stream }) => stream === true, 400, 'Streaming is not supported'), says(text)],
    1,
    2,
  ],
  ['a server that always streams', (text) => [says(text, { only: 'stream' })], 1, 1],
  [
    'a proxy that says nothing of why',
    (text) => [refuses(asksForFormat('json_schema'), 400, 'Bad Request'), says(text)],
    2,
    1,
  ],
  [
    'a server that knows nothing and says nothing',
    (text) => [
      refuses(asksFor('response_format', 'max_completion_tokens', 'max_tokens', 'stream_options'), 400, ''),
      refuses(hasRole('system'), 400, ''),
      says(text),
    ],
    3,
    3,
  ],
]

describe('servers of every kind', () => {
  test.each(kinds)('%s: a plan comes within the tries, and the next one at once', async (_, kind, tries) => {
    const { server, client } = await serving(...kind(`Here it is:\n\`\`\`JSON5\n${json}\n\`\`\``))
    const { answer, plan } = await askForPlan(client)
    expect(answer).toMatchObject({ ok: true, usage: { promptTokens: 11, completionTokens: 7 } })
    expect(plan).toEqual({ theme: 'Steady ground' })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(server.requests).toHaveLength(tries)
    expect((await askForPlan(client)).plan).toEqual(plan)
    expect(server.requests).toHaveLength(tries + 1)
  })

  test.each(kinds)(
    '%s: a hint comes within the tries, and the next one at once',
    async (_, kind, __, tries) => {
      const { server, client } = await serving(...kind(hint))
      expect(await askForHint(client)).toMatchObject({ ok: true, text: hint, told: hint })
      expect(server.requests).toHaveLength(tries)
      expect(await askForHint(client)).toMatchObject({ ok: true, told: hint })
      expect(server.requests).toHaveLength(tries + 1)
    },
  )

  test('what was left out of a request stands in the prompt', async () => {
    const { server, client } = await serving(
      refuses(asksFor('response_format'), 400, openAiError('response_format', 'response_format')),
      refuses(hasRole('system'), 400, openAiError('System role not supported')),
      says(json),
    )
    expect((await askForPlan(client)).answer.ok).toBe(false)
    expect((await askForPlan(client)).plan).toEqual({ theme: 'Steady ground' })
    const { messages = [] } = server.requests.at(-1) ?? {}
    expect(messages.map(({ role }) => role)).toEqual(['user'])
    for (const part of ['Answer in JSON.', 'JSON Schema', '"theme"', 'BEGIN DATA'])
      expect(messages[0]?.content).toContain(part)
  })

  test('any cuts of the same stream give the same hint', async () => {
    const text = `<think>secret \`\`\`</think>\n\n${hint} <`
    const sizes = fc.integer({ min: 1, max: 40 })
    await fc.assert(
      fc.asyncProperty(sizes, async (pieces) => {
        const { client } = await serving(says(text, { pieces }))
        expect(await askForHint(client)).toMatchObject({ text: `${hint} <`, told: `${hint} <` })
      }),
      { numRuns: 20 },
    )
  })
})

describe('a server', () => {
  const answering =
    (status: number, body: object | string, headers: Record<string, string> = {}): Dialect =>
    (_, answer) => {
      for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value)
      return sendError(answer, status, body)
    }
  const soon = new Date(Date.now() + 3_600_000).toUTCString()

  test.each<[string, Dialect, string, number]>([
    ['that redirects', answering(307, '', { location: 'http://127.0.0.1:1/steal' }), 'rejected', 1],
    ['without credit', answering(402, openAiError('Insufficient Balance')), 'quota', 1],
    [
      'whose quota is used up',
      answering(429, openAiError('You exceeded your current quota', null, 'insufficient_quota'), {
        'retry-after': '0',
      }),
      'quota',
      1,
    ],
    ['that is busy', answering(429, 'slow down', { 'retry-after': '0' }), 'unreachable', 3],
    ['that is busy for milliseconds', answering(503, '', { 'retry-after-ms': '1' }), 'unreachable', 3],
    ['that is busy for long', answering(429, '', { 'retry-after': '3600' }), 'timeout', 1],
    ['that is busy until a date', answering(429, '', { 'retry-after': soon }), 'timeout', 1],
    ['that says not to come back', answering(500, '', { 'x-should-retry': 'false' }), 'unreachable', 1],
    ['that refuses the key', answering(401, openAiError('Incorrect API key provided')), 'rejected', 1],
    ['that refuses the key with 400', answering(400, openAiError('API key not valid')), 'rejected', 1],
    [
      'without the model',
      answering(404, { error: 'model "small" not found, try pulling it first' }),
      'rejected',
      1,
    ],
    ['without the path', answering(404, '404 page not found'), 'rejected', 1],
    [
      'whose filter holds the question',
      answering(400, openAiError('', null, 'content_filter')),
      'filtered',
      1,
    ],
    [
      'whose model has no room',
      answering(400, openAiError("This model's maximum context length is 2048 tokens.")),
      'question_too_long',
      1,
    ],
    ['that answers with a page', answering(200, '<html>Open the app</html>'), 'unreadable', 1],
    ['that answers without an answer', answering(200, { choices: [] }), 'unreadable', 1],
    ['whose answer is all thinking', says('<think>secret'), 'unreadable', 1],
  ])('%s', async (_, dialect, reason, tries) => {
    const { server, client } = await serving(dialect)
    const startedAt = performance.now()
    expect((await askForPlan(client)).answer).toMatchObject({ ok: false, reason })
    expect(server.requests).toHaveLength(tries)
    expect(await askForHint(client)).toMatchObject({ ok: false, reason, told: '' })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  test('that is not there is tried three times', async () => {
    const { server, client } = await serving()
    await server.stop()
    expect((await askForPlan(client, { timeoutMs: 10_000 })).answer).toMatchObject({ reason: 'unreachable' })
  })

  test('that repeats the key in an error leaves it out of what is logged', async () => {
    const { client } = await serving(answering(401, openAiError('Incorrect API key: sk-secret-key')))
    const { answer } = await askForPlan(client)
    const error = answer.ok ? null : answer.error
    expect(`${error} ${JSON.stringify(error)}`).toContain('Incorrect API key')
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('sk-secret-key')
  })

  test('that thinks aloud after all spoils the answer, and is heard to its end from then on', async () => {
    let text = hint
    const { client } = await serving((request, answer) => says(text)(request, answer))
    expect((await askForHint(client)).ok).toBe(true)
    text = `You secret</think>${hint}`
    expect(await askForHint(client)).toMatchObject({ ok: false, reason: 'unreadable' })
    expect(await askForHint(client)).toMatchObject({ ok: true, told: hint })
  })

  test('is asked at its address, with a query at the end', async () => {
    const server = await startDialectServer(says(json))
    stops.push(server.stop)
    const client = createModelClient({
      apiKey: undefined,
      baseUrl: `${server.baseUrl}/?api-version=2026`,
      clock: systemClock,
    })
    expect((await askForPlan(client)).answer.ok).toBe(true)
    expect(server.requests[0]?.path).toBe('/v1/chat/completions?api-version=2026')
    expect(server.requests[0]?.headers.authorization).toBeUndefined()
  })
})
