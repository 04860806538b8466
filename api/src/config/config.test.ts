import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { ConfigError, parseConfig } from './config.ts'

const AUTH_JWKS = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'eA' }] })
const production = { AUTH_JWKS, NODE_ENV: 'production' }
const random = () => randomBytes(24).toString('hex')

test.each([
  ['METRICS_TOKEN', { METRICS_TOKEN: 'aaaaaaaaaaaaaaaaaaaa' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'metrics-token-metrics-token' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://codify:codify@db:5432/codify' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://codify:p%61ssword@10.0.0.4/codify' }],
  [
    'DATABASE_READ_URL',
    {
      DATABASE_URL: `postgres://codify:${random()}@db/codify`,
      DATABASE_READ_URL: 'postgres://x:postgres@replica/codify',
    },
  ],
])('production does not start with a guessable %s, and says so without it', (name, env) => {
  const start = () => parseConfig({ ...production, ...env })
  expect(start).toThrow(ConfigError)
  expect(start).toThrow(new RegExp(`^${name}: [^\\n]*too easy to guess[^\\n]*$`))
  expect(start).not.toThrow(/aaaa|metrics-token|codify:codify|p%61ss/)
  expect(() => parseConfig({ ...env, AUTH_JWKS })).not.toThrow()
})

test.each([
  { METRICS_TOKEN: random() },
  { DATABASE_URL: `postgres://codify:${random()}@db:5432/codify` },
  { DATABASE_URL: 'postgres://codify@db/codify' },
  { DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1:5432/codify' },
  { DATABASE_URL: 'postgres://postgres:postgres@localhost/codify' },
  { DATABASE_URL: 'postgres:///codify?host=/var/run/postgresql' },
])('production starts with %j', (env) => {
  expect(() => parseConfig({ ...production, ...env })).not.toThrow()
})

test('moderators are the learners of their addresses, however they are written', () => {
  const { moderators } = parseConfig({ AUTH_JWKS, MODERATOR_EMAILS: 'Ada@Example.org, eve@bücher.example' })
  const again = parseConfig({ AUTH_JWKS, MODERATOR_EMAILS: 'ada@example.org,eve@xn--bcher-kva.example' })
  expect(moderators).toEqual(again.moderators)
  expect(() => parseConfig({ AUTH_JWKS, MODERATOR_EMAILS: 'ada@example.org, \u212a@example.org' })).toThrow(
    /^MODERATOR_EMAILS: /,
  )
})

test.each([
  ['OPENAI_EMBEDDING_DIMENSIONS', '0'],
  ['OPENAI_EMBEDDING_DIMENSIONS', '1537'],
  ['OPENAI_EMBEDDING_DIMENSIONS', '76.8'],
  ['OPENAI_EMBEDDING_DIMENSIONS', 'many'],
  ['OPENAI_API_KEY', 'sk-secret sk-secret'],
  ['OPENAI_API_KEY', 'sk-secret\nX-Other: 1'],
  ['OPENAI_BASE_URL', 'http://me:sk-secret@127.0.0.1/v1'],
  ['OPENAI_BASE_URL', 'file:///sk-secret'],
])('a wrong %s (%j) stops the start by its name alone', (name, value) => {
  const start = () => parseConfig({ AUTH_JWKS, [name]: value })
  expect(start).toThrow(new RegExp(`^${name}: `))
  expect(start).not.toThrow(/sk-secret/)
})

test('a model is configured by its key or its address; a key may stand in a line of its own', () => {
  expect(parseConfig({ AUTH_JWKS, OPENAI_MODEL: 'small' }).model).toBeUndefined()
  expect(parseConfig({ AUTH_JWKS, OPENAI_API_KEY: 'sk-secret\n' }).model).toMatchObject({
    apiKey: 'sk-secret',
  })
  expect(
    parseConfig({
      AUTH_JWKS,
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
      OPENAI_EMBEDDING_MODEL: 'nomic-embed-text',
      OPENAI_EMBEDDING_DIMENSIONS: '768',
    }).model,
  ).toMatchObject({ apiKey: undefined, embeddingName: 'nomic-embed-text', embeddingDimensions: 768 })
})
