import { setTimeout as sleep } from 'node:timers/promises'
import { type Attack, attacks, expectThat } from './attack.ts'

/** Before limits are used up, which would answer first. */
export const traceAttacks: Attack[] = attacks('logs', {
  'a refused token, session, sign-in or request that leaves nothing in the log': async (target) => {
    const { api, web, logs } = target
    const before = logs().length
    const traces: [string, Promise<Response>][] = [
      ['"code":"auth.invalid_token"', api('GET', '/v1/me/export', { token: 'e30.e30.e30' })],
      ['"code":"auth.required"', api('GET', '/v1/me/export')],
      ['"msg":"session refused"', web('GET', '/today', { cookie: 'next-auth.session-token=forged' })],
      [
        '"msg":"sign-in refused"',
        web('GET', `/api/auth/callback/email?token=${'a'.repeat(64)}&email=canary.x@example.org`),
      ],
      [
        '"code":"request.cross_site"',
        web('POST', '/api/v1/plans', { body: {}, headers: { origin: 'https://evil.example' } }),
      ],
    ]
    for (const [trace, answer] of traces) {
      await answer
      // A line takes its way through two pipes.
      for (let tries = 0; tries < 40 && !logs().slice(before).includes(trace); tries++) await sleep(50)
      const line = logs()
        .slice(before)
        .split('\n')
        .find((each) => each.includes(trace))
      expectThat(line !== undefined, `${trace} is not there`)
      expectThat(/"level":(30|40|50)/.test(line ?? ''), `${trace} is not there by default`)
    }
  },
})

/** After all others: whatever they did, no log holds a secret or a person's words. */
export const logAttacks: Attack[] = attacks('logs', {
  'reading the logs of api and web for secrets and people': async ({
    logs,
    canaries,
    api,
    web,
    ada,
    person,
  }) => {
    const words = `canary words ${ada.id.slice(0, 8)}`
    const { token } = await person('logged')
    await api('POST', '/v1/problems/two-sum/comments', { token, body: { body: words } })
    await api('PUT', '/v1/intake', { token, body: { constraints: words } })
    await web('GET', `/problems?q=${encodeURIComponent(words)}`, { cookie: ada.cookie })
    const log = logs()
    if (log.length < 1_000) throw new Error('there is hardly a log')
    for (const [name, canary] of [...Object.entries(canaries), ['words', words] as const]) {
      const at = log.indexOf(canary)
      if (at >= 0) throw new Error(`${name} is in the log: ${log.slice(Math.max(0, at - 200), at + 40)}`)
    }
    const address = /canary[\w.+-]*@example\.org/.exec(log)
    if (address)
      throw new Error(
        `an address is in the log: ${log.slice(Math.max(0, address.index - 200), address.index + 60)}`,
      )
  },
})
