import { type Attack, attacks, expectThat } from './attack.ts'
import { sendRaw, statusOf } from './requests.ts'
import type { Target } from './target.ts'

const pages = ['/', '/signin', '/signin/check-email', '/today', '/problems', '/nowhere', '/api/auth/session']
const others = ['/api/v1/topics', '/calendar.ics?key=x', '/icon.svg', '/robots.txt', '/sandbox/manifest.json']
const methods = ['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'SEARCH', 'PURGE', 'DEBUG', 'FOO']

/** Requests that a page of a foreign name could have a browser send to this machine, or a caller by hand. */
const foreignHosts: Record<string, (host: string, path: string) => string> = {
  'a name that leads here': (_, path) => `GET ${path} HTTP/1.1\r\nHost: rebound.evil.example\r\n`,
  'that name with our port': (host, path) =>
    `GET ${path} HTTP/1.1\r\nHost: rebound.evil.example:${host.split(':')[1]}\r\n`,
  'our name with another port': (_, path) => `GET ${path} HTTP/1.1\r\nHost: localhost:1\r\n`,
  'our name without the port': (_, path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n`,
  'a name that begins with ours': (host, path) =>
    `GET ${path} HTTP/1.1\r\nHost: ${host.replace(':', '.evil.example:')}\r\n`,
  'another address of this machine': (host, path) =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.9:${host.split(':')[1]}\r\n`,
  'ours first and another second': (host, path) =>
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n`,
  'ours, and another in the request line': (host, path) =>
    `GET http://evil.example${path} HTTP/1.1\r\nHost: ${host}\r\n`,
  'none, as of old': (_, path) => `GET ${path} HTTP/1.0\r\n`,
}

const has = (answer: string, field: string) =>
  new RegExp(`^${field}`, 'im').test(answer.split('\r\n\r\n')[0] ?? '')
const raw = (url: string, head: string) => sendRaw({ url, text: `${head}Connection: close\r\n\r\n` })

/** Requests that end in an answer of each kind, and how it begins. */
const kindsOfAnswers = ({ webUrl, ada }: Target): Record<string, [head: string, status: number]> => {
  const { host } = new URL(webUrl)
  const own = `Host: ${host}\r\n`
  const get = (path: string, fields = '') => `GET ${path} HTTP/1.1\r\n${own}${fields}`
  const post = (path: string, fields = '') => `POST ${path} HTTP/1.1\r\n${own}Content-Length: 0\r\n${fields}`
  return {
    'a page': [get('/signin'), 200],
    'a page of a learner': [get('/settings', `Cookie: ${ada.cookie}\r\n`), 200],
    'a page that leads to sign-in': [get('/settings'), 307],
    'an address that is led elsewhere': [get('/signin/'), 308],
    'a session that is asked about': [get('/api/auth/session'), 200],
    'a form of sign-in': [post('/api/auth/signin/email', `Origin: ${webUrl}\r\n`), 302],
    'no page': [get('/nowhere'), 404],
    'no page of sign-in': [get('/api/auth/nowhere'), 302],
    'a method that a page has not': [`PUT /signin HTTP/1.1\r\n${own}Content-Length: 0\r\n`, 405],
    'a method that nobody has': [`TRACE / HTTP/1.1\r\n${own}`, 405],
    'a method that no parser knows': [`TRACK / HTTP/1.1\r\n${own}`, 405],
    'a host that is not ours': ['GET / HTTP/1.1\r\nHost: evil.example\r\n', 421],
    'no host': ['GET / HTTP/1.1\r\n', 400],
    'an expectation': [get('/', 'Expect: magic\r\n'), 417],
    'headers that are too long': [get('/', `X-A: ${'a'.repeat(20_000)}\r\n`), 431],
    'no HTTP': ['hello\r\n', 400],
    'an address that cannot be read': [get('/%ff'), 404],
    'an answer of the API': [get('/api/v1/topics'), 200],
    'a refusal of the API': [get('/api/v1/me/export'), 401],
    'no address of the API': [get('/api/v1/nowhere'), 404],
    'a write of unknown origin': [post('/api/v1/me/sign-out-everywhere', `Cookie: ${ada.cookie}\r\n`), 403],
    'a write of another site': [post('/api/auth/signout', 'Origin: https://evil.example\r\n'), 403],
    'a calendar that is not there': [get('/calendar.ics?key=none'), 404],
    'a file': [get('/icon.svg'), 200],
    'no file': [get('/_next/static/nothing.js'), 404],
    'a probe': [get('/healthz'), 200],
    'our keys': [get('/.well-known/jwks.json'), 200],
    robots: [get('/robots.txt'), 200],
  }
}

const onPages = [
  'x-content-type-options: nosniff',
  'x-frame-options: (DENY|SAMEORIGIN)',
  'referrer-policy: same-origin',
  'permissions-policy: ',
  'cross-origin-opener-policy: same-origin',
  'cross-origin-resource-policy: same-origin',
  "content-security-policy: .*(frame-ancestors 'none'|sandbox)",
]
const onApi = [
  'x-content-type-options: nosniff',
  'referrer-policy: no-referrer',
  'cross-origin-resource-policy: same-origin',
  "content-security-policy: .*frame-ancestors 'none'",
]

function expectFields(answer: string, fields: string[], name: string): void {
  for (const field of fields) expectThat(has(answer, field), `${name}: no ${field}`)
  const names = (answer.split('\r\n\r\n')[0] ?? '')
    .split('\r\n')
    .map((line) => line.split(':', 1)[0]?.toLowerCase())
  for (const field of fields) {
    const [one = ''] = field.split(':', 1)
    expectThat(names.filter((each) => each === one).length === 1, `${name}: ${one} is there twice`)
  }
}

export const guardAttacks: Attack[] = [
  ...Object.entries(foreignHosts).map(([name, headOf]) => ({
    group: 'hosts',
    name: `pages by ${name}`,
    run: async ({ webUrl, ada }: Target) => {
      const { host } = new URL(webUrl)
      for (const path of [...pages, ...others]) {
        const answer = await raw(webUrl, `${headOf(host, path)}Cookie: ${ada.cookie}\r\n`)
        expectThat(statusOf(answer) === 421, `${path} was answered ${statusOf(answer)}`)
        expectThat(!/evil|set-cookie/i.test(answer), `${path} names the foreign host, or sets a cookie`)
      }
    },
  })),
  ...attacks('hosts', {
    'a forwarded host where nobody forwards': async ({ webUrl }) => {
      const { host } = new URL(webUrl)
      for (const path of pages) {
        const answer = await raw(
          webUrl,
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\n`,
        )
        expectThat(!answer.includes('evil'), `${path} names it`)
      }
    },
    'our own names, which must still work': async ({ webUrl }) => {
      const { host, port } = new URL(webUrl)
      for (const own of [
        host,
        host.toUpperCase(),
        `localhost.:${port}`,
        `127.0.0.1:${port}`,
        `[::1]:${port}`,
      ]) {
        const answer = await raw(webUrl, `GET /signin HTTP/1.1\r\nHost: ${own}\r\n`)
        expectThat(statusOf(answer) === 200, `${own} was answered ${statusOf(answer)}`)
      }
      const whole = await raw(webUrl, `GET http://${host}/signin HTTP/1.1\r\nHost: ${host}\r\n`)
      expectThat(statusOf(whole) === 200, `a whole address was answered ${statusOf(whole)}`)
      for (const path of ['/healthz', '/.well-known/jwks.json']) {
        const probe = await raw(webUrl, `GET ${path} HTTP/1.1\r\nHost: 10.1.2.3:3000\r\n`)
        expectThat(statusOf(probe) === 200, `a probe of ${path} was answered ${statusOf(probe)}`)
      }
    },
    'a secure site by the name of the machine it runs on': async ({ securePages }) => {
      for (const own of ['localhost', '127.0.0.1', new URL(securePages.webUrl).host]) {
        const answer = await raw(securePages.webUrl, `GET /signin HTTP/1.1\r\nHost: ${own}\r\n`)
        expectThat(statusOf(answer) === 421, `${own} was answered ${statusOf(answer)}`)
      }
    },
  }),
  ...methods.map((method) => ({
    group: 'methods',
    name: `${method}, at pages and API`,
    run: async ({ webUrl, apiUrl }: Target) => {
      for (const url of [webUrl, apiUrl])
        for (const path of ['/', '/v1/topics', '/api/v1/topics', '/healthz', '/nowhere']) {
          const { host } = new URL(url)
          const target = method === 'CONNECT' ? 'evil.example:443' : path
          const answer = await raw(
            url,
            `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nX-Secret: echo-me\r\n`,
          )
          expectThat(statusOf(answer) === 405, `${url}${path} was answered ${statusOf(answer)}`)
          expectThat(has(answer, 'allow: GET, HEAD'), `${url}${path} does not say what is allowed`)
          expectThat(!answer.includes('echo-me'), `${url}${path} sends back what it was sent`)
        }
    },
  })),
  ...attacks('headers', {
    'an answer of the pages without its headers': async (target) => {
      for (const [name, [head, status]] of Object.entries(kindsOfAnswers(target))) {
        const answer = await raw(target.webUrl, head)
        expectThat(statusOf(answer) === status, `${name} was answered ${statusOf(answer)}, not ${status}`)
        expectFields(answer, onPages, name)
      }
    },
    'an answer of the API without its headers': async ({ apiUrl }) => {
      const own = 'Host: api:4000\r\n'
      const heads: Record<string, [string, number]> = {
        topics: [`GET /v1/topics HTTP/1.1\r\n${own}`, 200],
        'no token': [`GET /v1/me/export HTTP/1.1\r\n${own}`, 401],
        'a wrong token': [`GET /v1/topics HTTP/1.1\r\n${own}Authorization: Bearer a.b.c\r\n`, 401],
        nowhere: [`GET /v1/nowhere HTTP/1.1\r\n${own}`, 404],
        'a wrong query': [`GET /v1/problems?limit=0 HTTP/1.1\r\n${own}`, 400],
        'a body that is too large': [
          `POST /v1/plans HTTP/1.1\r\n${own}Content-Type: application/json\r\nContent-Length: 100000\r\n`,
          413,
        ],
        docs: [`GET /docs HTTP/1.1\r\n${own}`, 200],
        description: [`GET /openapi.json HTTP/1.1\r\n${own}`, 200],
        probe: [`GET /healthz HTTP/1.1\r\n${own}`, 200],
        readiness: [`GET /readyz HTTP/1.1\r\n${own}`, 200],
        figures: [`GET /metrics HTTP/1.1\r\n${own}`, 200],
        trace: [`TRACE / HTTP/1.1\r\n${own}`, 405],
        'no host': ['GET /v1/topics HTTP/1.1\r\n', 400],
        'a host that is none': ['GET /v1/topics HTTP/1.1\r\nHost: a b\r\n', 400],
        'no HTTP': ['hello\r\n', 400],
      }
      for (const [name, [head, status]] of Object.entries(heads)) {
        const answer = await raw(apiUrl, head)
        expectThat(statusOf(answer) === status, `${name} was answered ${statusOf(answer)}, not ${status}`)
        expectFields(answer, onApi, name)
      }
    },
  }),
]
