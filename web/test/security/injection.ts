import { z } from 'zod'
import { type Attack, attacks, expectNoInside, expectRefusal, expectThat } from './attack.ts'
import type { Target } from './target.ts'

const sql = [
  "' or '1'='1",
  "'; drop table problems; --",
  "two-sum' union select null, learner_id, null from intake_profiles --",
  "x'||(select pg_sleep(5))||'",
  '1; select pg_sleep(5)',
  '%27%20or%201=1--',
  "\\'; copy (select 1) to program 'id' --",
]
const parameters = [
  'topic',
  'pattern',
  'difficulty',
  'list',
  'status',
  'q',
  'sort',
  'limit',
  'cursor',
  'mine',
]
const page = z.object({ items: z.array(z.object({ slug: z.string() })) })

function filter(parameter: string): Attack {
  return {
    group: 'SQL',
    name: `in the filter ${parameter}`,
    run: async ({ api, ada }) => {
      for (const payload of sql) {
        const started = performance.now()
        const query = new URLSearchParams({ [parameter]: payload })
        const answer = await api('GET', `/v1/problems?${query}`, { token: ada.token })
        const text = await answer.text()
        expectNoInside(answer.status === 200 ? '' : text)
        expectThat(performance.now() - started < 4_500, 'it slept')
        if (parameter === 'q' && answer.status === 200)
          expectThat(page.parse(JSON.parse(text)).items.length === 0, 'the condition was widened')
        else expectThat(answer.status === 400, `answered ${answer.status}`)
      }
    },
  }
}

const cursors: Record<string, unknown> = {
  'of nothing': [],
  'of an object': { $gt: '' },
  'of SQL': ["x' or 1=1 --", 'y'],
  'of endless numbers': [1e308, 2 ** 53],
  'of deep lists': JSON.parse('['.repeat(40) + ']'.repeat(40)),
  'of NULs': ['\0', '\0'],
}

export const injectionAttacks: Attack[] = [
  ...parameters.map(filter),
  ...attacks('SQL', {
    'in a path': async ({ api, ada }) => {
      for (const payload of sql)
        await expectRefusal(
          await api('GET', `/v1/problems/${encodeURIComponent(payload)}`, { token: ada.token }),
          400,
          404,
        )
    },
    'in an idempotency key': async ({ api, ada }) => {
      for (const payload of sql) {
        const answer = await api('POST', '/v1/problems/two-sum/attempts', {
          token: ada.token,
          body: { outcome: 'tried' },
          headers: { 'idempotency-key': payload },
        })
        expectThat(answer.status < 500, `answered ${answer.status}`)
      }
    },
    'in a comment, which stays a text': async ({ api, ada }) => {
      const body = sql.join('\n')
      const path = '/v1/problems/valid-anagram/comments'
      const answer = await api('POST', path, { token: ada.token, body: { body } })
      expectThat(answer.status === 201, `answered ${answer.status}`)
      expectThat(z.object({ body: z.string() }).parse(await answer.json()).body === body, 'it was changed')
      const left = page.parse(await (await api('GET', '/v1/problems?limit=100')).json())
      expectThat(left.items.length === 100, 'problems are missing')
    },
  }),
  ...Object.entries(cursors).map(([name, value]) => ({
    group: 'cursors',
    name: `a cursor ${name}`,
    run: async ({ api, ada }: Target) => {
      const cursor = Buffer.from(JSON.stringify(value)).toString('base64url')
      for (const path of ['/v1/problems', '/v1/problems/two-sum/comments', '/v1/attempts', '/v1/plans'])
        await expectRefusal(await api('GET', `${path}?cursor=${cursor}`, { token: ada.token }), 400)
    },
  })),
  ...attacks('bodies', {
    'a NUL in a text': async ({ api, ada }) =>
      expectRefusal(
        await api('POST', '/v1/problems/two-sum/comments', { token: ada.token, body: { body: 'a\0b' } }),
        400,
      ),
    'half a letter in a text': async ({ api, ada }) =>
      expectRefusal(
        await api('POST', '/v1/problems/two-sum/comments', {
          token: ada.token,
          body: '{"body":"a\\ud800b"}',
        }),
        400,
      ),
    'a prototype in the keys': async ({ api, ada }) => {
      for (const key of ['__proto__', 'constructor', 'prototype']) {
        const body = `{"body":"x","${key}":{"isAdmin":true,"status":418}}`
        const answer = await api('POST', '/v1/problems/two-sum/comments', { token: ada.token, body })
        expectThat(answer.status === 400 || answer.status === 201, `answered ${answer.status}`)
        expectThat(!(await answer.text()).includes('isAdmin'), 'the key came back')
      }
    },
    'twenty-one levels': async ({ api, ada }) =>
      expectRefusal(
        await api('POST', '/v1/problems/two-sum/comments', {
          token: ada.token,
          body: `{"body":${'['.repeat(21)}${']'.repeat(21)}}`,
        }),
        400,
      ),
    'thirty thousand levels': async ({ api, ada }) => {
      for (const path of ['/v1/plans', '/v1/problems/two-sum/comments'])
        await expectRefusal(
          await api('POST', path, { token: ada.token, body: '['.repeat(30_000) + ']'.repeat(30_000) }),
          400,
        )
    },
    'sixty-five kilobytes': async ({ api, web, ada }) => {
      const body = { body: 'x'.repeat(65 * 1024) }
      await expectRefusal(await api('POST', '/v1/problems/two-sum/comments', { token: ada.token, body }), 413)
      await expectRefusal(
        await web('POST', '/api/v1/problems/two-sum/comments', { cookie: ada.cookie, body }),
        413,
      )
    },
    'ten thousand unknown keys': async ({ api, ada }) => {
      const body = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`k${i}`, 1]))
      await expectRefusal(await api('PUT', '/v1/intake', { token: ada.token, body }), 400)
    },
    'a body that says it is packed': async ({ api, ada }) => {
      const answer = await api('POST', '/v1/problems/two-sum/comments', {
        token: ada.token,
        body: { body: 'x' },
        headers: { 'content-encoding': 'gzip' },
      })
      expectThat(answer.status < 500, `answered ${answer.status}`)
    },
  }),
]
