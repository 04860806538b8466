import { once } from 'node:events'
import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server'

type Answer = { statusCode: number; body: unknown }

/** How a provider behaves; a test changes what it is about, and `reset` takes it back. */
type Behaviour = {
  /** Claims of the id token beside those that every one has. */
  claims: Record<string, unknown>
  /** Sends the browser back with this error in the place of a code. */
  error: string | undefined
  /** In the place of the token endpoint's own answer. */
  token: Answer | undefined
  user: Record<string, unknown>
  emails: Answer
  /** Paths whose answer comes late, and by how much. */
  slow: { path: RegExp; ms: number } | undefined
  /** Paths whose answer stops after its first bytes. */
  stalled: RegExp | undefined
  /** Nobody answers. */
  isDown: boolean
}

export type FakeProvider = { url: string; behaviour: Behaviour; reset: () => void; stop: () => Promise<void> }

/** Where GitHub, and an Enterprise Server, has what others have elsewhere. */
const githubEndpoints = {
  authorize: '/login/oauth/authorize',
  token: '/login/oauth/access_token',
  userinfo: '/api/v3/user',
}

function usual(): Behaviour {
  return {
    claims: { email: 'ada@example.org', email_verified: true, name: 'Ada Lovelace' },
    error: undefined,
    token: undefined,
    user: { id: 1815, login: 'ada', name: 'Ada Lovelace', email: null },
    emails: { statusCode: 200, body: [githubEmail('ada@example.org')] },
    slow: undefined,
    stalled: undefined,
    isDown: false,
  }
}

/** An entry of GitHub's list of addresses; the primary, verified one unless said otherwise. */
export function githubEmail(email: unknown, { primary = true, verified = true } = {}) {
  return { email, primary, verified, visibility: primary ? 'private' : null }
}

/**
 * An OAuth 2 and OpenID Connect server on loopback that signs in without a question, with PKCE, and with codes that
 * work once. `of` says whose addresses it has.
 */
export async function startFakeProvider(of: 'google' | 'github'): Promise<FakeProvider> {
  let behaviour = usual()
  const issuer = new OAuth2Issuer()
  await issuer.keys.generate('RS256')
  const service = new OAuth2Service(issuer, of === 'github' ? githubEndpoints : {})
  service.on('beforeTokenSigning', ({ payload }) => Object.assign(payload, behaviour.claims))
  service.on('beforeAuthorizeRedirect', ({ url }: { url: URL }) => {
    if (behaviour.error === undefined) return
    url.searchParams.delete('code')
    url.searchParams.set('error', behaviour.error)
  })
  service.on('beforeResponse', (answer: Answer) => {
    if (behaviour.token) Object.assign(answer, behaviour.token)
    // GitHub knows nothing of OpenID Connect.
    else if (of === 'github')
      answer.body = { access_token: 'gho_1', token_type: 'bearer', scope: 'user:email' }
  })
  service.on('beforeUserinfo', (answer: Answer) => {
    answer.body = behaviour.user
  })
  service.addRoute('GET', '/api/v3/user/emails', (_, answer) => {
    answer.writeHead(behaviour.emails.statusCode, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(behaviour.emails.body))
  })
  const server = http.createServer(async (request, answer) => {
    const path = request.url ?? ''
    if (behaviour.isDown) return request.socket.destroy()
    if (behaviour.stalled?.test(path)) {
      answer.writeHead(200, { 'content-type': 'application/json' })
      return answer.write('{')
    }
    if (behaviour.slow?.path.test(path)) await delay(behaviour.slow.ms, undefined, { ref: false })
    service.requestHandler(request, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  issuer.url = `http://localhost:${address.port}`
  return {
    url: issuer.url,
    get behaviour() {
      return behaviour
    },
    reset: () => {
      behaviour = usual()
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Settings that make Codify offer both providers. */
export function providerSettings({ google, github }: { google: FakeProvider; github: FakeProvider }) {
  return {
    GOOGLE_CLIENT_ID: 'codify',
    GOOGLE_CLIENT_SECRET: 'a secret of this test',
    GOOGLE_ISSUER: google.url,
    GITHUB_CLIENT_ID: 'codify',
    GITHUB_CLIENT_SECRET: 'a secret of this test',
    GITHUB_URL: github.url,
  }
}
