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
