import net from 'node:net'
import { type Attack, attacks, expectThat } from './attack.ts'
import type { Target } from './target.ts'

/** Sends bytes as they are and answers what came back within `ms`. */
export function sendRaw({
  url,
  text,
  ms = 3_000,
}: {
  url: string
  text: string
  ms?: number
}): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let answer = ''
    const socket = net.connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(end, ms)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', end)
    socket.on('close', end)
    socket.write(text)
  })
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
const both = ({ apiUrl, webUrl }: Target) => [apiUrl, webUrl]

/** Requests that no honest client sends: each server must refuse them, or hang up. */
const malformed: Record<string, string> = {
  'two lengths': 'POST /v1/plans HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!',
  'a length and chunks':
    'POST /v1/plans HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
  'an odd transfer encoding':
    'POST /v1/plans HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  'a chunk of no size':
    'POST /v1/plans HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n',
  'a space before the colon': 'GET /v1/topics HTTP/1.1\r\nHost : x\r\n\r\n',
  'a folded header': 'GET /v1/topics HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n injected: 2\r\n\r\n',
  'a bare line feed in a header': 'GET /v1/topics HTTP/1.1\r\nHost: x\r\nX-A: 1\nX-B 2\r\n\r\n',
  'a NUL in a header': 'GET /v1/topics HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n',
  'no host': 'GET /v1/topics HTTP/1.1\r\n\r\n',
  'another version': 'GET /v1/topics HTTP/9.9\r\nHost: x\r\n\r\n',
  'headers of 64 KB': `GET /v1/topics HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n`,
  'an address of 64 KB': `GET /v1/problems?q=${'a'.repeat(65_536)} HTTP/1.1\r\nHost: x\r\n\r\n`,
}

export const requestAttacks: Attack[] = [
  ...Object.entries(malformed).map(([name, text]) => ({
    group: 'requests',
    name: `a request with ${name}`,
    run: async (target: Target) => {
      for (const url of both(target)) {
        const answer = await sendRaw({ url, text })
        const status = statusOf(answer)
        expectThat(status === 0 || (status >= 400 && status < 500), `answered ${status}`)
        expectThat((answer.match(/HTTP\/1\.1 \d{3}/g) ?? []).length <= 1, 'one request was read as two')
      }
    },
  })),
  ...attacks('requests', {
    'a foreign host in what a page links to': async ({ webUrl }) => {
      const { host } = new URL(webUrl)
      for (const headers of [
        'Host: evil.example',
        `Host: ${host}\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https`,
      ])
        for (const path of [
          '/signin',
          '/today',
          '/api/auth/providers',
          '/api/auth/signin',
          '/robots.txt',
          '/',
        ]) {
          const answer = await sendRaw({
            url: webUrl,
            text: `GET ${path} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`,
          })
          expectThat(!answer.includes('evil.example'), `${path} names the foreign host`)
        }
    },
    'a foreign host in the API’s addresses': async ({ apiUrl, ada }) => {
      const text = `POST /v1/plans HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAuthorization: Bearer ${ada.token}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`
      expectThat(!(await sendRaw({ url: apiUrl, text })).includes('evil.example'), 'an address names it')
    },
    'a request id that is a script or a header': async ({ api, web }) => {
      for (const id of ['"><script>alert(1)</script>', 'a'.repeat(2_000), '$' + '{jndi:ldap://x}'])
        for (const answer of [
          await api('GET', '/v1/nowhere', { headers: { 'x-request-id': id } }),
          await web('GET', '/api/v1/nowhere', { headers: { 'x-request-id': id } }),
        ])
          expectThat(
            !`${answer.headers.get('x-request-id')}${await answer.text()}`.includes(id),
            'it came back',
          )
    },
    'an escaped line break in an address': async ({ web }) => {
      for (const path of [
        '/signin%0d%0aset-cookie:%20a=b',
        '/signin/ended?callbackUrl=%2Ftoday%0d%0aset-cookie:%20a=b',
      ]) {
        const answer = await web('GET', path)
        expectThat(!(answer.headers.get('set-cookie') ?? '').includes('a=b'), 'a header was written')
      }
    },
    'an answer of one that another gets from a cache': async ({ web, ada, eve }) => {
      for (const [path, own] of [
        ['/api/v1/me/export', ada],
        ['/today', ada],
        ['/settings', ada],
      ] as const) {
        const answer = await web('GET', path, { cookie: own.cookie })
        expectThat(/no-store|private/.test(answer.headers.get('cache-control') ?? ''), `${path} may be kept`)
        const other = await web('GET', path, { cookie: eve.cookie })
        expectThat(!(await other.text()).includes(ada.email), `${path} shows another’s`)
      }
    },
    'a page that may be framed, sniffed or told on': async ({ web, api }) => {
      for (const path of ['/', '/signin', '/problems', '/nowhere']) {
        const { headers } = await web('GET', path)
        expectThat(headers.get('x-content-type-options') === 'nosniff', `${path}: sniffed`)
        expectThat(
          /frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? ''),
          `${path}: framed`,
        )
        expectThat(headers.get('referrer-policy') === 'same-origin', `${path}: told on`)
        expectThat(headers.get('cross-origin-opener-policy') === 'same-origin', `${path}: opened`)
        expectThat(headers.get('permissions-policy') !== null, `${path}: no permissions policy`)
        expectThat(headers.get('x-powered-by') === null, `${path}: says what it runs on`)
      }
      for (const path of ['/v1/topics', '/v1/nowhere', '/docs', '/openapi.json']) {
        const { headers } = await api('GET', path)
        expectThat(headers.get('x-content-type-options') === 'nosniff', `${path}: sniffed`)
        expectThat(
          /frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? ''),
          `${path}: framed`,
        )
      }
    },
    'scripts of a page that need no nonce': async ({ web, ada }) => {
      for (const path of [
        '/',
        '/signin',
        '/problems',
        '/problems/two-sum',
        '/today',
        '/plan',
        '/settings',
        '/nowhere',
      ]) {
        const answer = await web('GET', path, { cookie: ada.cookie })
        const policy = answer.headers.get('content-security-policy') ?? ''
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
        const directive = policy.split(';').find((each) => each.includes('script-src')) ?? ''
        expectThat(
          nonce !== undefined && !/unsafe-inline|unsafe-eval|\*/.test(directive),
          `${path}: ${directive}`,
        )
        const html = await answer.text()
        const inline = [...html.matchAll(/<script\b([^>]*)>/g)].filter(
          ([, given = '']) => !given.includes(`nonce="${nonce}"`),
        )
        expectThat(inline.length === 0, `${path} has a script without the nonce: ${inline[0]?.[0]}`)
        expectThat(
          !/\son\w+="/.test(html.replace(/<script\b[\s\S]*?<\/script>/g, '')),
          `${path} has an inline handler`,
        )
      }
    },
  }),
]

/** Takes its time, so it stands apart: a connection that trickles its headers is closed. */
export const slowAttacks: Attack[] = attacks('requests', {
  'headers that trickle in': async ({ apiUrl }) => {
    const started = performance.now()
    await sendRaw({ url: apiUrl, text: 'GET /v1/topics HTTP/1.1\r\nHost: x\r\nX-A: ', ms: 25_000 })
    expectThat(performance.now() - started < 24_000, 'the connection is held')
  },
})
