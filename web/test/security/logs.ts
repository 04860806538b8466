import { type Attack, attacks } from './attack.ts'

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
