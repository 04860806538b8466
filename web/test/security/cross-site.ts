import { type Attack, attacks, expectRefusal, expectThat } from './attack.ts'
import type { Target } from './target.ts'

const group = 'cross-site'

const unsafe: [string, string, unknown?][] = [
  ['PUT', '/api/v1/problems/two-sum/upvote'],
  ['DELETE', '/api/v1/problems/two-sum/upvote'],
  ['POST', '/api/v1/problems/two-sum/comments', { body: 'Sent from elsewhere' }],
  ['PUT', '/api/v1/intake', {}],
  ['POST', '/api/v1/plans', {}],
  ['POST', '/api/v1/problems/two-sum/attempts', { outcome: 'solved' }],
  ['POST', '/api/v1/own-problems', {}],
  ['PUT', '/api/v1/problems/two-sum/note', { body: 'x', version: null }],
  ['POST', '/api/v1/me/import', {}],
  ['POST', '/api/v1/me/sign-out-everywhere'],
  ['DELETE', '/api/v1/me'],
]

const origins: Record<string, (target: Target) => Record<string, string>> = {
  'another origin': () => ({ origin: 'https://evil.example' }),
  'an opaque origin': () => ({ origin: 'null' }),
  'an origin that begins like ours': ({ webUrl }) => ({ origin: `${webUrl}.evil.example` }),
  'our host by another scheme': ({ webUrl }) => ({ origin: webUrl.replace('http:', 'https:') }),
  'another port of ours': ({ apiUrl }) => ({ origin: apiUrl }),
  'a sibling site': ({ webUrl }) => ({ origin: webUrl, 'sec-fetch-site': 'same-site' }),
  'our origin, but the browser says cross-site': ({ webUrl }) => ({
    origin: webUrl,
    'sec-fetch-site': 'cross-site',
  }),
}

export const crossSiteAttacks: Attack[] = [
  ...unsafe.map(([method, path, body]) => ({
    group,
    name: `${method} ${path} from another site`,
    run: async ({ web, ada }: Target) => {
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
      const options = { cookie: ada.cookie, headers, ...(body === undefined ? {} : { body }) }
      await expectRefusal(await web(method, path, options), 403)
    },
  })),
  ...Object.entries(origins).map(([name, headers]) => ({
    group,
    name: `a comment with ${name}`,
    run: async (target: Target) =>
      expectRefusal(
        await target.web('POST', '/api/v1/problems/two-sum/comments', {
          cookie: target.ada.cookie,
          headers: headers(target),
          body: { body: 'Sent from elsewhere' },
        }),
        403,
      ),
  })),
  ...unsafe.map(([method, path, body]) => ({
    group,
    name: `${method} ${path} that does not say where it comes from`,
    run: async ({ webUrl, ada }: Target) => {
      // Node sends neither Origin nor Sec-Fetch-Site.
      const answer = await fetch(webUrl + path, {
        method,
        headers: { cookie: ada.cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      await expectRefusal(answer, 403)
    },
  })),
  ...attacks(group, {
    'a form of sign-in that another site posts': async ({ web }) => {
      for (const path of ['/api/auth/signin/email', '/api/auth/signout', '/api/auth/signin/google'])
        for (const [name, value] of [
          ['origin', 'https://evil.example'],
          ['origin', 'null'],
          ['sec-fetch-site', 'cross-site'],
        ] as const) {
          const form = { 'content-type': 'application/x-www-form-urlencoded', [name]: value }
          await expectRefusal(await web('POST', path, { body: 'email=a%40example.org', headers: form }), 403)
        }
    },
    'a form as a browser would post it': async ({ web, webUrl, ada }) =>
      expectRefusal(
        await web('POST', '/api/v1/problems/two-sum/comments', {
          cookie: ada.cookie,
          body: '{"body":"text"}',
          headers: { 'content-type': 'text/plain', origin: webUrl },
        }),
        415,
      ),
    'a method in another’s disguise': async ({ web, ada }) => {
      for (const name of ['x-http-method-override', 'x-method-override']) {
        const headers = { [name]: 'DELETE' }
        const answer = await web('GET', '/api/v1/me/export?_method=DELETE', { cookie: ada.cookie, headers })
        expectThat([200, 400].includes(answer.status), `answered ${answer.status}`)
      }
      expectThat(
        (await web('GET', '/api/v1/intake', { cookie: ada.cookie })).status !== 401,
        'the account is gone',
      )
    },
    'signing out without the token of the page': async ({ web, ada }) => {
      const answer = await web('POST', '/api/auth/signout', {
        cookie: ada.cookie,
        body: 'callbackUrl=/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      const ends = (answer.headers.get('set-cookie') ?? '').includes('session-token=;')
      expectThat(!ends, 'the session was ended')
    },
    'asking for a link without the token of the page': async ({ web, mail }) => {
      const before = mail.messages.length
      await web('POST', '/api/auth/signin/email', {
        body: 'email=victim%40example.org',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expectThat(mail.messages.length === before, 'a link was mailed')
    },
    'reading the API from another origin': async ({ api, web }) => {
      for (const [call, path] of [
        [api, '/v1/topics'],
        [web, '/api/v1/topics'],
      ] as const) {
        const answer = await call('GET', path, { headers: { origin: 'https://evil.example' } })
        expectThat(answer.headers.get('access-control-allow-origin') === null, 'another origin may read it')
      }
      const preflight = await web('OPTIONS', '/api/v1/me', {
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' },
      })
      expectThat(preflight.headers.get('access-control-allow-origin') === null, 'the preflight was allowed')
    },
  }),
]
