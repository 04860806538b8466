import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { anIntake } from '../../../api/src/modules/intake/testing.ts'
import { goodAnswer } from '../../../api/src/modules/proposals/testing/fake-model.ts'
import { startCodify } from '../start-codify.ts'
import { type Attack, attacks, expectThat } from './attack.ts'

/** Silent connections from one address of this machine; `left` counts those that are still open. */
async function holdConnections(url: string, count: number) {
  const { port } = new URL(url)
  const sockets = new Set<net.Socket>()
  for (let done = 0; done < count; done += 100)
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        const socket = net.connect({ host: '127.0.0.1', port: Number(port), localAddress: '127.0.0.8' })
        socket.on('error', () => {})
        socket.on('close', () => sockets.delete(socket))
        sockets.add(socket)
        await once(socket, 'connect').catch(() => {})
      }),
    )
  await sleep(500)
  const end = () => {
    for (const socket of sockets) socket.destroy()
  }
  return { left: () => sockets.size, end }
}

/** Many at once: they come after all that is quick. */
export const crowdAttacks: Attack[] = attacks('crowds', {
  'two thousand idle connections of one address': async ({ webUrl, apiUrl }) => {
    for (const [url, path, most] of [
      [webUrl, '/signin', 500],
      [apiUrl, '/v1/topics', 1_000],
    ] as const) {
      const crowd = await holdConnections(url, 2_000)
      try {
        expectThat(crowd.left() <= most, `${url} holds ${crowd.left()}`)
        const started = performance.now()
        expectThat((await fetch(url + path)).status === 200, `${url} does not answer others`)
        expectThat(performance.now() - started < 3_000, `${url} answers others late`)
      } finally {
        crowd.end()
      }
    }
  },
  'more streams of one learner than a few': async (target) => {
    const [mallory, ada] = [await target.person('mallory'), await target.person('neighbour')]
    const start = async ({ cookie }: typeof ada) => {
      await target.web('PUT', '/api/v1/intake', { cookie, body: anIntake() })
      const answer = await target.web('POST', '/api/v1/plans', { cookie, body: {} })
      return `${answer.headers.get('location')}/events`
    }
    target.model.behave({ kind: 'silent' })
    const leaving = new AbortController()
    const follow = (path: string, { cookie }: typeof ada, signal = leaving.signal) =>
      fetch(target.webUrl + path, { headers: { cookie }, signal })
    try {
      const path = await start(mallory)
      const closing = new AbortController()
      const first = await follow(path, mallory, closing.signal)
      const streams = [first, ...(await Promise.all(Array.from({ length: 30 }, () => follow(path, mallory))))]
      const open = streams.filter(({ status }) => status === 200).length
      expectThat(open === 5, `${open} are open`)
      const refused = streams.filter(({ status }) => status !== 200)
      expectThat(
        refused.every(({ status, headers }) => status === 429 && Number(headers.get('retry-after')) > 0),
        'a refusal does not say when to come back',
      )
      expectThat((await follow(await start(ada), ada)).status === 200, 'another learner is refused')
      closing.abort()
      await sleep(3_000)
      expectThat((await follow(path, mallory)).status === 200, 'a closed page still counts')
    } finally {
      leaving.abort()
      target.model.behave(goodAnswer)
    }
  },
  'the limit of one IPv6 network, used up by another': async () => {
    const codify = await startCodify({ env: { TRUST_PROXY: '1', RATE_LIMIT_PER_MINUTE_ANONYMOUS: '20' } })
    const ask = async (address: string) => {
      const answer = await fetch(`${codify.webUrl}/api/v1/topics`, {
        headers: { 'x-forwarded-for': address },
      })
      await answer.text()
      return answer.status
    }
    try {
      for (const [crowded, forms, other] of [
        ['2001:db8:1:1::', (host: string) => `2001:DB8:1:1:${host}`, '2001:db8:1:2::1'],
        ['203.0.113.7', () => '::ffff:203.0.113.7', '::ffff:203.0.113.8'],
        ['64:ff9b::203.0.113.9', () => '[64:ff9b::cb00:7109]:443', '64:ff9b::203.0.113.10'],
      ] as const) {
        // The turn of a minute gives at most one limit more.
        let last = 200
        for (let times = 0; times < 60 && last === 200; times++)
          last = await ask(times % 2 ? crowded.replace(/::$/, '::9') : forms(`1:2:3:${times.toString(16)}`))
        expectThat(last === 429, `${crowded} has no limit`)
        expectThat((await ask(other)) === 200, `${other} shares the limit of ${crowded}`)
      }
    } finally {
      await codify.stop()
    }
  },
})
