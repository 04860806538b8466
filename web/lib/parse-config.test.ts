import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { generatePrivateJwk } from '../../scripts/serve/jwk.ts'
import { ConfigError, isLoopback, parseConfig } from './parse-config.ts'

const jwk = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'eA', d: 'ZA', kid: 'k1' })
const local = {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 's'.repeat(32),
  AUTH_PRIVATE_JWK: jwk,
}
const online = { ...local, NEXTAUTH_URL: 'https://codify.example.org', SMTP_URL: 'smtp://mail.example.org' }

/** As `npm run keys` makes them. */
const strong = {
  ...local,
  NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  AUTH_PRIVATE_JWK: JSON.stringify(generatePrivateJwk()),
}

test('three variables are enough on one machine', () => {
  expect(parseConfig({ ...local, SMTP_URL: '', GOOGLE_CLIENT_ID: ' ' })).toMatchObject({
    publicUrl: 'http://localhost:3000',
    apiUrl: 'http://127.0.0.1:4000',
    smtpUrl: undefined,
    google: undefined,
    logLevel: 'info',
  })
})

test('the public address loses its trailing slash, the API address too', () => {
  const config = parseConfig({
    ...online,
    NEXTAUTH_URL: 'https://codify.example.org/',
    API_URL: 'http://api:4000/',
  })
  expect(config.publicUrl).toBe('https://codify.example.org')
  expect(config.apiUrl).toBe('http://api:4000')
  expect(config.emailFrom).toBe('Codify <no-reply@codify.example.org>')
})

test.each([
  ['NEXTAUTH_URL', { ...local, NEXTAUTH_URL: undefined }],
  ['NEXTAUTH_URL', { ...local, NEXTAUTH_URL: 'codify.example.org' }],
  ['NEXTAUTH_URL', { ...online, NEXTAUTH_URL: 'https://codify.example.org/coach' }],
  ['NEXTAUTH_SECRET', { ...local, NEXTAUTH_SECRET: 'hunter2-hunter2' }],
  ['AUTH_PRIVATE_JWK', { ...local, AUTH_PRIVATE_JWK: '{"kty":"OKP","d":"topsecret"}' }],
  ['AUTH_PRIVATE_JWK', { ...local, AUTH_PRIVATE_JWK: 'topsecret' }],
  ['API_PORT', { ...local, API_PORT: 'forty' }],
  ['API_URL', { ...local, API_URL: 'api:4000' }],
  ['SMTP_URL', { ...local, SMTP_URL: 'http://user:topsecret@mail' }],
  ['LOG_LEVEL', { ...local, LOG_LEVEL: 'loud' }],
  ['GOOGLE_CLIENT_SECRET', { ...local, GOOGLE_CLIENT_ID: 'id' }],
  ['GITHUB_CLIENT_ID', { ...local, GITHUB_CLIENT_SECRET: 'topsecret' }],
  ['GITHUB_URL', { ...local, GITHUB_URL: 'http://github.topsecret.example' }],
  ['GITHUB_API_URL', { ...local, GITHUB_API_URL: 'ftp://topsecret' }],
  ['GOOGLE_ISSUER', { ...local, GOOGLE_ISSUER: 'https://topsecret.example' }],
])('a wrong %s is named in one line, without its value', (variable, environment) => {
  const error = failureOf(environment)
  expect(error.variable).toBe(variable)
  expect(error.message).toMatch(new RegExp(`^${variable} [^\\n]+$`))
  expect(error.message).not.toMatch(/topsecret|hunter2|forty|loud/)
})

describe('the addresses of providers', () => {
  const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' }
  const github = { GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' }

  test('are their own unless others are named', () => {
    const config = parseConfig({ ...online, ...google, ...github })
    expect(config.google).toMatchObject({ issuer: 'https://accounts.google.com' })
    expect(config.github).toMatchObject({ url: 'https://github.com', apiUrl: 'https://api.github.com' })
  })

  test('of a GitHub Enterprise Server have the API below the server, or where it is said to be', () => {
    const server = { ...online, ...github, GITHUB_URL: 'https://git.example.org/' }
    expect(parseConfig(server).github).toMatchObject({
      url: 'https://git.example.org',
      apiUrl: 'https://git.example.org/api/v3',
    })
    const apart = { ...server, GITHUB_API_URL: 'https://api.git.example.org' }
    expect(parseConfig(apart).github?.apiUrl).toBe('https://api.git.example.org')
  })

  test('may be on this machine without https', () => {
    const config = parseConfig({ ...local, ...google, GOOGLE_ISSUER: 'http://127.0.0.1:9000/' })
    expect(config.google?.issuer).toBe('http://127.0.0.1:9000')
  })
})

test.each([
  ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'a'.repeat(32) }],
  ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'change-me-please-change-me' }],
  ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'secretsecretsecretsecret' }],
  [
    'AUTH_PRIVATE_JWK',
    { AUTH_PRIVATE_JWK: JSON.stringify({ ...JSON.parse(strong.AUTH_PRIVATE_JWK), d: 'A'.repeat(43) }) },
  ],
])('production does not start with a guessable %s, and says so without it', (variable, changes) => {
  expect(() => parseConfig({ ...strong, NODE_ENV: 'production' })).not.toThrow()
  expect(() => parseConfig({ ...strong, ...changes })).not.toThrow()
  const error = failureOf({ ...strong, ...changes, NODE_ENV: 'production' })
  expect(error.variable).toBe(variable)
  expect(error.message).toMatch(/^[A-Z_]+ is too easy to guess[^\n]+$/)
  expect(error.message).not.toMatch(/aaaa|AAAA|change-me|secretsecret/)
})

test('without a mail server the address must be loopback', () => {
  expect(failureOf({ ...online, SMTP_URL: undefined }).message).toMatch(
    /^SMTP_URL is not set: .*NEXTAUTH_URL/,
  )
})

test.each(['http://localhost:3000', 'http://app.localhost', 'http://127.0.0.1:8080', 'http://[::1]:3000'])(
  '%s is loopback',
  (url) => expect(isLoopback(url)).toBe(true),
)

test.each([
  'https://codify.example.org',
  'http://192.168.1.4:3000',
  'http://127.0.0.1.evil.example',
  'http://0.0.0.0',
])('%s is not loopback', (url) => expect(isLoopback(url)).toBe(false))

function failureOf(environment: Record<string, string | undefined>): ConfigError {
  try {
    parseConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('the configuration was accepted')
}
