import { type Attack, attacks, expectRefusal, expectThat } from './attack.ts'
import { sendRaw } from './requests.ts'
import type { Target } from './target.ts'

const internal = [
  '/api/v1/internal/sign-in-tokens/use',
  '/api/v1/%69nternal/sign-in-tokens/use',
  '/api/v1//internal/sign-in-tokens/use',
  '/api/v1/./internal/sign-in-tokens/use',
  '/api/v1/topics/../internal/sign-in-tokens/use',
  '/api/v1/topics/..%2finternal/sign-in-tokens/use',
  '/api/v1/%2e%2e/v1/internal/sign-in-tokens/use',
  '/api/v1/..%5cv1%5cinternal%5csign-in-tokens%5cuse',
  '/api/v1/%2569nternal/sign-in-tokens/use',
  '/api/v1/INTERNAL/sign-in-tokens/use',
]

const elsewhere = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  '/%09/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '///evil.example/..',
  'http://localhost@evil.example',
]

const files = [
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/_next/static/..%2f..%2f..%2f..%2fpackage.json',
  '/_next/image?url=http%3A%2F%2F169.254.169.254%2Flatest&w=64&q=75',
  '/.env',
  '/.git/config',
]

/** Where a cookie says to go after signing in. */
function keptPlaces(answer: Response): string[] {
  return answer.headers
    .getSetCookie()
    .flatMap((line) => /callback-url=([^;]+)/.exec(line)?.[1] ?? [])
    .map(decodeURIComponent)
}

export const pathAttacks: Attack[] = [
  ...internal.map((path) => ({
    group: 'paths',
    name: `${path} through the pages`,
    run: async ({ webUrl, ada }: Target) => {
      const body = JSON.stringify({
        identifier: 'a@example.org',
        token: 'x'.repeat(32),
        browser: 'y'.repeat(32),
      })
      const { host } = new URL(webUrl)
      // As it is: a client of this language would tidy the path up.
      const text = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${ada.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`
      const answer = await sendRaw({ url: webUrl, text })
      expectThat(!/^HTTP\/1\.1 2/.test(answer) && !answer.includes('"identifier"'), answer.slice(0, 100))
    },
  })),
  ...elsewhere.map((place) => ({
    group: 'redirects',
    name: `signing in leads to ${place}`,
    run: async ({ web, webUrl, ada }: Target) => {
      const to = encodeURIComponent(place)
      for (const path of [
        `/signin?callbackUrl=${to}`,
        `/signin/ended?callbackUrl=${to}`,
        `/api/auth/signin?callbackUrl=${to}`,
      ])
        for (const cookie of [ada.cookie, 'a=b']) {
          const answer = await web('GET', path, { cookie })
          const location = answer.headers.get('location')
          const isOurs = location === null || new URL(location, webUrl).origin === webUrl
          expectThat(isOurs, `${path} leads to ${location}`)
          expectThat(
            keptPlaces(answer).every((kept) => new URL(kept, webUrl).origin === webUrl),
            'it is kept for later',
          )
        }
    },
  })),
  ...attacks('paths', {
    'files of the machine': async (target) => {
      for (const url of [target.webUrl, target.apiUrl])
        for (const path of [...files, '/docs/..%2f..%2f..%2fpackage.json', '/docs/%2e%2e/package.json']) {
          const answer = await sendRaw({
            url,
            text: `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
          })
          expectThat(!/root:x:|"dependencies"|\[core\]|ami-id/.test(answer), `${path} was served`)
        }
    },
    'a problem that leads to a script': async ({ api, ada }) => {
      for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//evil.example'])
        await expectRefusal(
          await api('POST', '/v1/own-problems', {
            token: ada.token,
            body: { title: 'x', url, topic: 'trees', difficulty: 'easy', minutes: 20 },
          }),
          400,
        )
    },
    'leading on from a problem of nobody': async ({ web, webUrl }) => {
      for (const slug of ['https:%2f%2fevil.example', '..%2f..%2fevil', '%00', 'no-such-problem']) {
        const answer = await web('GET', `/problems/${slug}/open`)
        const location = answer.headers.get('location')
        expectThat(location === null || new URL(location, webUrl).origin === webUrl, `leads to ${location}`)
      }
    },
  }),
]
