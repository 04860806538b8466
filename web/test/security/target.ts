import { randomBytes, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { encode } from 'next-auth/jwt'
import type { Browser } from 'playwright-core'
import { type FakeModel, startFakeModel } from '../../../api/src/modules/proposals/testing/fake-model.ts'
import { type FakeMailServer, startFakeMailServer } from '../fake-mail-server.ts'
import { type FakeProvider, providerSettings, startFakeProvider } from '../fake-provider.ts'
import { startCodify } from '../start-codify.ts'
import { type Pages, startPages } from '../start-pages.ts'

/** Requests a learner, and an address without a session, may make in a minute on the system under attack. */
export const LEARNER_LIMIT = 2_000
export const ANONYMOUS_LIMIT = 2_500

export type Person = { id: string; name: string; email: string; token: string; cookie: string }
export type CallOptions = {
  token?: string
  cookie?: string
  body?: unknown
  headers?: Record<string, string>
}
export type Call = (method: string, path: string, options?: CallOptions) => Promise<Response>

/** The running system, the keys it was started with, and two people of whom one attacks the other. */
export type Target = {
  webUrl: string
  apiUrl: string
  ada: Person
  eve: Person
  /** Past the pages, straight at the API. */
  api: Call
  /** As a browser calls: through the web server. */
  web: Call
  person: (name: string) => Promise<Person>
  sign: (claims: JWTPayload, header?: Record<string, unknown>) => Promise<string>
  /** Key that encrypts session cookies. */
  secret: string
  /** The same pages under an https address of their own, without an API. */
  securePages: Pages
  publicJwk: { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: string }
  model: FakeModel
  mail: FakeMailServer
  google: FakeProvider
  github: FakeProvider
  logs: () => string
  /** Texts that must be in no log. */
  canaries: Record<string, string>
  browser: Browser | undefined
  stop: () => Promise<void>
}

/** Starts Codify as an operator does, with a fake model and mail server, and with keys that the attacks may use. */
export async function startTarget({
  browser,
  env = {},
  canaries: given = {},
}: {
  browser: Browser | undefined
  env?: Record<string, string>
  canaries?: Record<string, string>
}): Promise<Target> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x = '', d = '' } = await exportJWK(privateKey)
  const publicJwk = { kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid: 'current' }
  const secret = `canary-secret-${randomBytes(24).toString('hex')}`
  const key = `sk-canary-${randomBytes(16).toString('hex')}`
  const [model, mail, google, github] = await Promise.all([
    startFakeModel(),
    startFakeMailServer(),
    startFakeProvider('google'),
    startFakeProvider('github'),
  ])
  const codify = await startCodify({
    env: {
      LOG_LEVEL: 'debug',
      NEXTAUTH_SECRET: secret,
      AUTH_PRIVATE_JWK: JSON.stringify({ ...publicJwk, d }),
      AUTH_JWKS: JSON.stringify({ keys: [publicJwk] }),
      OPENAI_API_KEY: key,
      OPENAI_BASE_URL: model.baseUrl,
      SMTP_URL: mail.url,
      ...providerSettings({ google, github }),
      RATE_LIMIT_PER_MINUTE: String(LEARNER_LIMIT),
      RATE_LIMIT_PER_MINUTE_ANONYMOUS: String(ANONYMOUS_LIMIT),
      PLAN_DAILY_LIMIT: '1000',
      MODEL_DAILY_CALLS_PER_LEARNER: '0',
      ...env,
    },
  })
  const securePages = await startPages({ NEXTAUTH_URL: 'https://codify.example', SMTP_URL: mail.url })
  const webUrl = codify.webUrl
  const now = () => Math.floor(Date.now() / 1000)
  const sign: Target['sign'] = (claims, header = {}) =>
    new SignJWT({ iss: webUrl, aud: 'codify-api', iat: now(), exp: now() + 300, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: 'current', ...header })
      .sign(privateKey)
  const canaries: Record<string, string> = { secret, key, privateKey: d, ...given }

  async function person(name: string): Promise<Person> {
    const id = randomUUID()
    const email = `canary.${name}.${randomUUID()}@example.org`
    const claims = { sub: id, name, email, auth_time: Date.now() / 1000 }
    const token = await sign({ sub: id, name, auth_time: claims.auth_time }, {})
    const cookie = `next-auth.session-token=${await encode({ token: claims, secret })}`
    Object.assign(canaries, {
      [`${name}'s email`]: email,
      [`${name}'s token`]: token,
      [`${name}'s cookie`]: cookie,
    })
    return { id, name, email, token, cookie }
  }
  /** `page`: where the page stands that calls, which a browser says with every write. */
  const call =
    (origin: string, page?: string): Call =>
    (method, path, { token, cookie, body, headers = {} } = {}) =>
      fetch(origin + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(cookie === undefined ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(page === undefined || method === 'GET' ? {} : { origin: page }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
  const [ada, eve] = await Promise.all([person('ada'), person('eve')])
  return {
    webUrl,
    apiUrl: codify.apiUrl,
    ada,
    eve,
    api: call(codify.apiUrl),
    web: call(webUrl, webUrl),
    person,
    sign,
    secret,
    securePages,
    publicJwk,
    model,
    mail,
    google,
    github,
    logs: codify.logs,
    canaries,
    browser,
    stop: async () => {
      await Promise.all([codify.stop(), securePages.stop()])
      await Promise.all([model.stop(), mail.stop(), google.stop(), github.stop()])
    },
  }
}
