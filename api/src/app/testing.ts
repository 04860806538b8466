import { randomUUID } from 'node:crypto'
import type { Database } from '@codify/db'
import { cloneTemplate, type TestTemplate } from '@codify/db/testing'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import pino from 'pino'
import { afterAll, beforeAll, inject } from 'vitest'
import { jwksSchema } from '../config/config.ts'
import type { Embedder } from '../modules/embeddings/embeddings.models.ts'
import type { Hinter } from '../modules/hints/openai-hinter.ts'
import type { Proposer } from '../modules/proposals/openai-proposer.ts'
import type { Mailer } from '../modules/reminders/mailer.ts'
import type { Clock } from '../shared/clock.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { createTokenVerifier } from './auth/token-verifier.ts'
import { createApp } from './create-app.ts'
import { createDependencies } from './create-dependencies.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: TestTemplate
  }
}

const ISSUER = 'http://localhost:3000'
/** For tests of something else. */
export const generousLimits: AppDependencies['limits'] = {
  plansPerDay: 1000,
  hintsPerDay: 0,
  requestsPerMinute: 100_000,
  commentsPerMinute: 1000,
  anonymousPerMinute: 0,
  linksPerEmail: 0,
  linksPerAddress: 0,
  modelCallsPerDay: 0,
  modelTokensPerDay: 0,
  modelCallsPerLearner: 0,
}

/** The API in-process over a database of the test file's own. */
export type TestApi = {
  database: Database
  deps: AppDependencies
  /** A request as `learner` (none: no token); a plain object becomes the JSON body. */
  call: (
    method: string,
    path: string,
    options?: {
      learner?: TestLearner | undefined
      token?: string
      body?: unknown
      headers?: Record<string, string>
    },
  ) => Promise<Response>
  learner: (name?: string) => TestLearner
  sign: (claims: JWTPayload, header?: Record<string, unknown>) => Promise<string>
}
export type TestLearner = { id: string; name: string }

/**
 * Sets the API up for a test file: same builder as `main.ts`, own database, and whatever clock, model and limits the
 * test needs.
 */
export function useTestApi(
  options: {
    clock?: Clock
    proposer?: Proposer
    embedder?: Embedder
    hinter?: Hinter
    limits?: Partial<AppDependencies['limits']>
    mailer?: Mailer
    moderators?: AppDependencies['moderators']
    /** Another database than a clone of the template. */
    database?: () => Promise<Database>
  } = {},
): TestApi {
  const state: {
    database?: Database
    app?: ReturnType<typeof createApp>
    deps?: AppDependencies
    stop?: () => Promise<void>
  } = {}
  const clock = options.clock ?? (() => new Date())
  const keys = generateKeyPair('EdDSA', { extractable: true })

  beforeAll(async () => {
    const { publicKey } = await keys
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test' }
    const auth = { issuers: [ISSUER], jwks: jwksSchema.parse({ keys: [jwk] }), jwksUrl: undefined }
    const database = await (options.database?.() ?? cloneTemplate(inject('template')))
    const logger = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })
    const { deps, stop } = createDependencies({
      database,
      clock,
      logger,
      verifyToken: createTokenVerifier({ auth, clock }),
      model: undefined,
      limits: { ...generousLimits, ...options.limits },
      moderators: options.moderators ?? new Set(),
      mailer: options.mailer,
      proposer: options.proposer,
      embedder: options.embedder,
      hinter: options.hinter,
      // A test that changes the catalogue sees it at once.
      catalogueFreshMs: 0,
    })
    Object.assign(state, { database, deps, stop, app: createApp(deps) })
  })
  afterAll(async () => {
    await state.stop?.()
    await state.database?.close()
  })

  async function sign(claims: JWTPayload, header: Record<string, unknown> = {}) {
    const { privateKey } = await keys
    const now = Math.floor(clock().getTime() / 1000)
    return new SignJWT({ iss: ISSUER, aud: 'codify-api', iat: now, exp: now + 300, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: 'test', ...header })
      .sign(privateKey)
  }

  return {
    get database() {
      return ready(state.database)
    },
    get deps() {
      return ready(state.deps)
    },
    learner: (name = 'Ada') => ({ id: randomUUID(), name }),
    sign,
    async call(method, path, { learner, token, body, headers } = {}) {
      const auth_time = clock().getTime() / 1000
      const bearer = token ?? (learner && (await sign({ sub: learner.id, name: learner.name, auth_time })))
      return ready(state.app).request(path, {
        method,
        headers: {
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    },
  }
}

function ready<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the test API is ready in tests and hooks only')
  return value
}
