import { expect, test } from 'vitest'
import { childEnvironments } from './child-env.ts'
import { parseSettings } from './settings.ts'

const env = {
  PATH: '/bin',
  DATABASE_URL: 'postgres://localhost/codify',
  OPENAI_API_KEY: 'key',
  SMTP_URL: 'smtp://localhost',
  GOOGLE_CLIENT_SECRET: 'google',
  EMAIL_FROM: '',
  NEXTAUTH_SECRET: 'a secret that the children get from the start',
  UNRELATED_TOKEN: 'not ours',
}
const children = childEnvironments({
  env,
  settings: parseSettings(env, '/srv/codify'),
  secrets: { NEXTAUTH_SECRET: 'cookie secret', AUTH_PRIVATE_JWK: 'private', AUTH_JWKS: 'public' },
})

test('the web server knows neither the database nor the key of the model', () => {
  expect(children.web).toMatchObject({
    NEXTAUTH_SECRET: 'cookie secret',
    AUTH_PRIVATE_JWK: 'private',
    SMTP_URL: 'smtp://localhost',
  })
  expect(Object.keys(children.web)).not.toEqual(expect.arrayContaining(['DATABASE_URL']))
  expect(Object.keys(children.web)).not.toEqual(expect.arrayContaining(['OPENAI_API_KEY']))
})

test('the API knows nothing that signs or opens a session', () => {
  expect(children.api).toMatchObject({
    AUTH_JWKS: 'public',
    OPENAI_API_KEY: 'key',
    DATA_DIR: '/srv/codify/.data',
  })
  for (const name of ['AUTH_PRIVATE_JWK', 'NEXTAUTH_SECRET', 'GOOGLE_CLIENT_SECRET']) {
    expect(children.api).not.toHaveProperty(name)
  }
})

test('the build knows no secret, and nobody gets what is not ours', () => {
  expect(Object.keys(children.build).sort()).toEqual(['NEXT_TELEMETRY_DISABLED', 'NODE_ENV', 'PATH'])
  for (const child of Object.values(children)) expect(child).not.toHaveProperty('UNRELATED_TOKEN')
})

test('an empty variable counts as absent, and logs are calm unless asked for', () => {
  expect(children.web).not.toHaveProperty('EMAIL_FROM')
  expect(children.api.LOG_LEVEL).toBe('warn')
})
