import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import {
  asksFor,
  asksForFormat,
  type Dialect,
  refuses,
  says,
  sendError,
  startDialectServer,
} from '../../api/src/modules/model-client/testing/dialect-server.ts'
import { checkModel } from './check-model.ts'

const KEY = 'sk-doctor-secret'
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

/** Returns the doctor's findings on a server with these dialects: `STATE part: text`, a line each. */
async function examine(dialects: Dialect[], env: Record<string, string> = {}, path = '/v1'): Promise<string> {
  const server = await startDialectServer(...dialects)
  stops.push(server.stop)
  const base = server.baseUrl.replace('/v1', path)
  const findings = await checkModel({
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: base,
    OPENAI_MODEL: 'small',
    OPENAI_EMBEDDING_MODEL: 'nomic-embed-text',
    MODEL_TIMEOUT_SECONDS: '2',
    ...env,
  })
  const text = findings.map(({ state, part, text: words }) => `${state} ${part}: ${words}`).join('\n')
  expect(text).not.toContain(KEY)
  return text
}

/** Words for who asks for words, JSON for who asks for JSON. */
const completes: Dialect = (request, answer) => says('{"word":"ready"}')(request, answer)
const embeds =
  (length: number, more: (answer: ServerResponse) => 'next' | undefined = () => 'next'): Dialect =>
  ({ path }, answer) => {
    if (path !== '/v1/embeddings') return 'next'
    const data = [{ index: 0, embedding: new Array(length).fill(0.5) }]
    return more(answer) === 'next' ? sendError(answer, 200, { data }) : undefined
  }
const always =
  (status: number, body: object | string, headers: Record<string, string> = {}): Dialect =>
  (_, answer) => {
    for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value)
    return sendError(answer, status, body)
  }
const lists: Dialect = ({ path }, answer) =>
  path === '/v1/models' ? sendError(answer, 200, { data: [{ id: 'llama3:8b' }, { id: 'qwen3' }] }) : 'next'

describe('the doctor', () => {
  test('says of each use that it works', async () => {
    const text = await examine([completes, embeds(768)])
    expect(text).toContain('ok Model: small answers\n')
    expect(text).toContain('ok Model, for plans: small answers in JSON\n')
    expect(text).toContain('ok Embeddings: nomic-embed-text answers with 768 numbers')
  })

  test('says what the server does not take', async () => {
    const text = await examine([
      refuses(asksForFormat('json_schema'), 400, { error: 'json_schema is not supported' }),
      refuses(
        asksFor('stream_options', 'max_completion_tokens'),
        422,
        'stream_options, max_completion_tokens',
      ),
      refuses(asksFor('encoding_format'), 400, 'unknown field encoding_format'),
      completes,
      embeds(768),
    ])
    expect(text).toMatch(/ok Model: .*max_completion_tokens \(max_tokens is used\), stream_options/)
    expect(text).toMatch(/ok Model, for plans: .*json_schema \(json_object is used\)/)
    expect(text).toMatch(/ok Embeddings: .*encoding_format/)
  })

  test.each<[string, Dialect[], RegExp]>([
    [
      'a refused key',
      [always(401, { error: { message: `Incorrect API key provided: ${KEY}` } })],
      /OPENAI_API_KEY: the server refuses it \(401\)/,
    ],
    [
      'an unknown model',
      [lists, always(404, { error: 'model "small" not found, try pulling it first' })],
      /OPENAI_MODEL: the server does not know small; it has llama3:8b, qwen3/,
    ],
    ['no credit', [always(402, { error: { message: 'Insufficient Balance' } })], /nothing left \(402\)/],
    ['a quota', [always(429, { error: { code: 'insufficient_quota' } })], /nothing left \(429\)/],
    ['a busy server', [always(429, 'slow down', { 'retry-after': '60' })], /no answer within 2 seconds|busy/],
    [
      'a server that fails',
      [always(500, 'out of memory', { 'retry-after': '0' })],
      /fails \(500: out of memory\)/,
    ],
    [
      'a redirect',
      [always(308, '', { location: 'https://elsewhere.example/v1/chat/completions?key=1' })],
      /redirects \(308\), which is not followed.*set the address to https:\/\/elsewhere\.example\/v1;/,
    ],
    ['a page', [always(200, '<html>')], /does not speak OpenAI's protocol/],
    ['a server that says nothing', [embeds(768), () => undefined], /no answer within 2 seconds/],
    [
      'a model without JSON',
      [says('I am ready.')],
      /Model, for plans: OPENAI_MODEL: small does not keep to JSON/,
    ],
  ])('names %s as a problem', async (_, dialects, words) => {
    const text = await examine(dialects)
    expect(text).toMatch(/^problem Model/m)
    expect(text).toMatch(words)
  })

  test.each([
    ['', '/v1'],
    ['/', '/v1'],
    ['/v1/chat/completions', '/v1'],
    ['/v1/v1', '/v1'],
    ['/api', '/v1'],
  ])('an address that ends with %j is a problem that names the one that works', async (path, right) => {
    const text = await examine([completes, embeds(768)], {}, path)
    expect(text).toMatch(
      new RegExp(
        `^problem Model: OPENAI_BASE_URL: .*\\(404\\); set it to http://127\\.0\\.0\\.1:\\d+${right};`,
        'm',
      ),
    )
  })

  test('a server that is not there is a problem', async () => {
    const text = await examine([completes], {
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      MODEL_TIMEOUT_SECONDS: '5',
    })
    expect(text).toMatch(/problem Model: OPENAI_BASE_URL: the server cannot be reached \(\w+\)/)
  })

  test.each<[string, Dialect[], Record<string, string>, RegExp]>([
    [
      'another length',
      [embeds(512)],
      {},
      /^problem Embeddings: .*512 numbers and not 768: set OPENAI_EMBEDDING_DIMENSIONS=512/m,
    ],
    [
      'the length that was configured',
      [embeds(512)],
      { OPENAI_EMBEDDING_DIMENSIONS: '512' },
      /^ok Embeddings/m,
    ],
    ['no embeddings', [], {}, /^problem Embeddings: OPENAI_BASE_URL: .*\/v1\/embeddings \(404\)/m],
    [
      'no embeddings, and none were asked for',
      [],
      { OPENAI_EMBEDDING_MODEL: '' },
      /^note Embeddings: .*\(OPENAI_EMBEDDING_MODEL is not set\)/m,
    ],
    [
      'an unknown embedding model',
      [lists, refuses(({ path }) => path.endsWith('embeddings'), 404, { error: 'model "x" not found' })],
      {},
      /OPENAI_EMBEDDING_MODEL: the server does not know nomic-embed-text/,
    ],
  ])('of vectors it knows %s', async (_, dialects, env, words) => {
    expect(await examine([...dialects, completes], env)).toMatch(words)
  })

  test.each([
    [{ OPENAI_API_KEY: `${KEY} and more` }, 'OPENAI_API_KEY'],
    [{ OPENAI_BASE_URL: 'http://me:secret@127.0.0.1/v1' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_EMBEDDING_DIMENSIONS: '4096' }, 'OPENAI_EMBEDDING_DIMENSIONS'],
  ])('%o is a problem of its variable', async (env, variable) => {
    expect(await examine([completes], env)).toMatch(new RegExp(`^problem Model: ${variable}: `))
  })
})
