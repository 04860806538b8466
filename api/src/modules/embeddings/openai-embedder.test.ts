import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../shared/clock.ts'
import { createModelClient } from '../model-client/model-client.ts'
import { DIMENSIONS } from './embeddings.models.ts'
import { createLocalEmbedder, LOCAL_MODEL } from './local-embedder.ts'
import { createOpenAiEmbedder } from './openai-embedder.ts'

const server = setupServer()
const address = 'https://model.test/v1/embeddings'
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const { embed } = createOpenAiEmbedder({
  client: createModelClient({ apiKey: 'key', baseUrl: 'https://model.test/v1', clock: systemClock }),
  model: 'embedding-model',
  length: { expected: 2, requested: undefined },
  fallback: createLocalEmbedder(),
  logger: pino({ level: 'silent' }),
})

function answerWith(vectors: number[][]) {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse()
  server.use(http.post(address, () => HttpResponse.json({ object: 'list', model: 'embedding-model', data })))
}

test('vectors come in the order of the texts and short ones are padded', async () => {
  answerWith([
    [1, 0],
    [0, 1],
  ])
  const { model, vectors } = await embed(['first', 'second'])
  expect(model).toBe('embedding-model')
  expect(vectors.map((vector) => vector.length)).toEqual([DIMENSIONS, DIMENSIONS])
  expect(vectors.map((vector) => vector.slice(0, 3))).toEqual([
    [1, 0, 0],
    [0, 1, 0],
  ])
})

test.each([
  ['a vector that is too long', [[0.1, 0.2, 0.3]]],
  ['a vector that is too short', [[0.1]]],
  ['a vector of zeros', [[0, 0]]],
  ['an empty vector', [[]]],
  ['fewer vectors than texts', []],
])('%s falls back to the built-in embedding under its own name', async (_, vectors) => {
  answerWith(vectors)
  const { model, vectors: own } = await embed(['trees 2/5'])
  expect(model).toBe(LOCAL_MODEL)
  expect(own[0]).toHaveLength(DIMENSIONS)
})

test('a server that fails falls back to the built-in embedding', async () => {
  server.use(http.post(address, () => new HttpResponse('no such route', { status: 404 })))
  expect((await embed(['trees 2/5'])).model).toBe(LOCAL_MODEL)
})
