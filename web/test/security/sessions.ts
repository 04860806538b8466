import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { encode } from 'next-auth/jwt'
import { sessionCookieValue } from '../session-cookie.ts'
import { type Jar, signOut } from '../sign-in-by-mail.ts'
import { type Attack, attacks, expectRefusal, expectThat } from './attack.ts'
import type { Target } from './target.ts'

const DAY = 24 * 60 * 60
const someone = (ageSeconds: number) => ({
  sub: randomUUID(),
  name: 'Ada',
  email: `canary.${randomUUID()}@example.org`,
  auth_time: Date.now() / 1000 - ageSeconds,
})

/** At the pages that are served under an https address, as their reverse proxy asks them: `fetch` sets no Host. */
async function secureVisit(
  { securePages }: Target,
  path: string,
  cookie = '',
  form?: Record<string, string>,
) {
  const asked = http.request(securePages.webUrl + path, {
    method: form ? 'POST' : 'GET',
    headers: {
      host: 'codify.example',
      cookie,
      origin: 'https://codify.example',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  })
  asked.end(form && new URLSearchParams(form).toString())
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject)
  })
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  return new Response(await text(answer), { status: answer.statusCode ?? 0, headers })
}

function expectOwn(lines: string[], atLeast: number): void {
  expectThat(lines.length >= atLeast, `${lines.length} cookies were set`)
  for (const line of lines) {
    const [name = ''] = line.split('=', 1)
    expectThat(name.startsWith('__Host-'), `${name} can be set by another host of the domain`)
    expectThat(
      /; *secure/i.test(line) && /; *path=\/(;|$)/i.test(line) && !/; *domain=/i.test(line),
      `${name} is refused by browsers`,
    )
    expectThat(
      /; *httponly/i.test(line) && /; *samesite=lax/i.test(line),
      `${name} is open to scripts or sites`,
    )
  }
}

export const sessionAttacks: Attack[] = attacks('sessions', {
  'a cookie over https that another host, or a page without TLS, has set': async (target) => {
    const { secret } = target.securePages
    const csrf = await secureVisit(target, '/api/auth/csrf')
    expectOwn(csrf.headers.getSetCookie(), 2)
    const value = await sessionCookieValue({ claims: someone(2 * DAY), secret, ageSeconds: 2 * DAY })
    const used = await secureVisit(target, '/settings', `__Host-next-auth.session-token=${value}`)
    expectThat(used.status === 200, `a session of ours is answered ${used.status}`)
    expectOwn(used.headers.getSetCookie(), 1)
    const planted = await encode({ token: someone(0), secret })
    for (const name of ['next-auth.session-token', '__Secure-next-auth.session-token']) {
      const answer = await secureVisit(target, '/settings', `${name}=${planted}`)
      expectThat(answer.status === 307, `${name} signs in`)
    }
  },
  'a session after its cookie was taken away': async (target) => {
    const { secret } = target.securePages
    const value = await encode({ token: someone(0), secret })
    const csrf = await secureVisit(target, '/api/auth/csrf')
    const { csrfToken } = await csrf.json()
    const jar = [
      ...csrf.headers.getSetCookie().map((line) => line.split(';', 1)[0]),
      `__Host-next-auth.session-token=${value}`,
    ].join('; ')
    const out = await secureVisit(target, '/api/auth/signout', jar, { csrfToken, json: 'true' })
    const gone = out.headers
      .getSetCookie()
      .filter((line) => line.startsWith('__Host-next-auth.session-token='))
    expectThat(gone.length > 0, 'the cookie stays')
    expectOwn(gone, 1)
  },
  'a copied cookie after signing out': async (target) => {
    const gone = await target.person('signed-out')
    const jar: Jar = new Map([['next-auth.session-token', gone.cookie.split('=')[1] ?? '']])
    const copied = { cookie: gone.cookie }
    const before = await target.web('GET', '/settings', copied)
    expectThat(before.status === 200, `before signing out answered ${before.status}`)
    await signOut(target, jar)
    const deadline = Date.now() + 60_000
    await expectRefusal(await target.api('GET', '/v1/me/export', { token: gone.token }), 401)
    await expectRefusal(await target.web('GET', '/api/v1/me/export', copied), 401)
    const session = await target.web('GET', '/api/auth/session', copied)
    expectThat((await session.text()) === '{}', 'it still says who it was')
    while ((await target.web('GET', '/settings', copied)).status !== 307) {
      expectThat(Date.now() < deadline, 'a page is still shown after a minute')
      await setTimeout(1_000)
    }
  },
  'an answer over https that does not ask for https the next time': async (target) => {
    const page = await (await secureVisit(target, '/')).text()
    const script = /\/_next\/static\/[^"']+\.js/.exec(page)?.[0]
    expectThat(script !== undefined, 'no script was found')
    for (const path of [
      '/',
      '/today',
      '/nowhere',
      '/api/v1/topics',
      '/icon.svg',
      '/robots.txt',
      '/healthz',
      script ?? '',
    ]) {
      const { headers } = await secureVisit(target, path)
      const policy = headers.get('strict-transport-security')
      expectThat(policy === 'max-age=31536000; includeSubDomains', `${path}: ${policy}`)
    }
  },
  'what is no page, taken for one': async ({ web }) => {
    const page = await (await web('GET', '/')).text()
    const script = /\/_next\/static\/[^"']+\.js/.exec(page)?.[0]
    const style = /\/_next\/static\/[^"']+\.css/.exec(page)?.[0]
    expectThat(script !== undefined && style !== undefined, 'no script or style was found')
    for (const path of [
      '/api/v1/topics',
      '/api/v1/nowhere',
      '/icon.svg',
      '/robots.txt',
      '/healthz',
      '/.well-known/jwks.json',
      script ?? '',
      style ?? '',
    ]) {
      const { headers } = await web('GET', path)
      const policy = headers.get('content-security-policy') ?? ''
      expectThat(/default-src 'none'.*frame-ancestors 'none'/.test(policy), `${path}: ${policy}`)
      expectThat(headers.get('x-content-type-options') === 'nosniff', `${path}: sniffed`)
    }
  },
  'a session that nobody used for two weeks': async ({ web, secret }) => {
    for (const [days, status] of [
      [13, 200],
      [15, 307],
    ] as const) {
      const value = await sessionCookieValue({ claims: someone(days * DAY), secret, ageSeconds: days * DAY })
      const answer = await web('GET', '/settings', { cookie: `next-auth.session-token=${value}` })
      expectThat(answer.status === status, `after ${days} days answered ${answer.status}`)
      if (status !== 200) continue
      const renewed = answer.headers
        .getSetCookie()
        .find((line) => line.startsWith('next-auth.session-token='))
      expectThat(renewed !== undefined, 'a session in use is not renewed')
    }
  },
  'a session that is kept alive past thirty days': async ({ web, secret }) => {
    const value = await sessionCookieValue({ claims: someone(31 * DAY), secret, ageSeconds: 60 })
    const answer = await web('GET', '/settings', { cookie: `next-auth.session-token=${value}` })
    expectThat(answer.status === 307, `answered ${answer.status}`)
  },
})
