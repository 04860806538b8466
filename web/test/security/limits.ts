import { type Attack, attacks, expectThat } from './attack.ts'
import { ANONYMOUS_LIMIT, type Call, LEARNER_LIMIT } from './target.ts'

/** How many of `times` requests got through, a hundred at a time. */
async function flood(
  call: Call,
  times: number,
  headers: (i: number) => Record<string, string>,
  token?: string,
) {
  let passed = 0
  let retryAfter: string | null = null
  for (let done = 0; done < times; done += 100) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(100, times - done) }, (_, i) =>
        call('GET', '/v1/comments/00000000-0000-4000-8000-000000000000', {
          headers: headers(done + i),
          ...(token === undefined ? {} : { token }),
        }),
      ),
    )
    for (const answer of answers) {
      await answer.text()
      if (answer.status === 429) retryAfter = answer.headers.get('retry-after')
      else passed++
    }
    if (retryAfter !== null) break
  }
  return { passed, retryAfter }
}

/** They use limits up, so they come last. The turn of a minute gives at most one limit more. */
export const limitAttacks: Attack[] = attacks('limits', {
  'more requests of a learner than allowed, from many addresses': async ({ api, person }) => {
    const { token } = await person('mallory')
    const headers = (i: number) => ({
      'x-forwarded-for': `10.1.${i >> 8}.${i & 255}`,
      'x-codify-client-address': `10.2.0.${i & 255}`,
    })
    const { passed, retryAfter } = await flood(api, 2 * LEARNER_LIMIT + 200, headers, token)
    expectThat(retryAfter !== null && Number(retryAfter) > 0, `${passed} got through`)
  },
  'more anonymous requests than allowed, each from an address it made up': async ({ api }) => {
    const headers = (i: number) => ({
      'x-forwarded-for': `10.1.${i >> 8}.${i & 255}`,
      'x-real-ip': `10.3.${i >> 8}.${i & 255}`,
      'x-codify-caller': `10.4.${i >> 8}.${i & 255}`,
      'x-codify-client-address': `10.5.${i >> 8}.${i & 255}`,
      'x-codify-forwarder': 'a.b.c',
    })
    const { passed, retryAfter } = await flood(api, 2 * ANONYMOUS_LIMIT + 200, headers)
    expectThat(retryAfter !== null && Number(retryAfter) > 0, `${passed} got through`)
  },
  'the same through the pages': async ({ web }) => {
    const through: Call = (method, path, options) => web(method, `/api${path}`, options)
    const headers = (i: number) => ({
      'x-forwarded-for': `10.1.${i >> 8}.${i & 255}`,
      'x-codify-caller': `10.4.${i >> 8}.${i & 255}`,
    })
    const { passed, retryAfter } = await flood(through, 2 * ANONYMOUS_LIMIT + 200, headers)
    expectThat(retryAfter !== null, `${passed} got through`)
  },
})
