import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { commentPageSchema, problemSchema } from '../../../api/src/contract.ts'
import { type Attack, attacks, expectRefusal, expectThat } from './attack.ts'
import type { Target } from './target.ts'

const MB = 1024 * 1024
/** Another request waits at most so long for a process that reads files. */
const HEALTH_MS = 200

const repeated = (unit: string, bytes = 19.9 * MB) => unit.repeat(Math.floor(bytes / unit.length))
const head = '"format":"codify-export","version":1,"exported_at":"2026-01-01T00:00:00Z"'

/** Files of twenty megabytes that are no export, each made to cost as much as can be. */
const files: Record<string, () => string | Uint8Array<ArrayBuffer>> = {
  'tiny objects': () => `{"a":[${repeated('{},')}{}]}`,
  'tiny objects where attempts belong': () => `{${head},"attempts":[${repeated('{},', 1.7 * MB)}{}]}`,
  'tiny objects deep in a plan': () => `{${head},"plans":[{"revisions":[${repeated('{},', 1.7 * MB)}{}]}]}`,
  zeros: () => `{"a":[${repeated('0,')}0]}`,
  'half a million keys': () => `{${Array.from({ length: 500_000 }, (_, i) => `"k${i}":0`).join()},${head}}`,
  'one key again and again': () => `{${repeated('"a":1,')}"a":1}`,
  brackets: () => repeated('['),
  'objects in one another': () => repeated('{"a":'),
  'one long text': () => `{"a":"${repeated('x')}"}`,
  escapes: () => `{"a":"${repeated('\\u0000')}"}`,
  'a number of millions of digits': () => `{"a":${repeated('7')}}`,
  'bytes that are no text': () => new Uint8Array(19 * MB).fill(0xff),
}

/** Longest time in milliseconds that `/healthz` took while `work` went on. */
async function healthDuring(target: Target, work: () => Promise<void>): Promise<number> {
  let isOver = false
  let longest = 0
  const watch = (async () => {
    while (!isOver) {
      const began = performance.now()
      await (await target.api('GET', '/healthz')).text()
      longest = Math.max(longest, performance.now() - began)
      await delay(5)
    }
  })()
  await work().finally(() => {
    isOver = true
  })
  await watch
  return longest
}

async function sendFile(target: Target, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const { token } = await target.person('mallory')
  return fetch(`${target.apiUrl}/v1/me/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  })
}

const hostile: Record<string, Attack['run']> = Object.fromEntries(
  Object.entries(files).map(([name, make]) => [
    `a file to import of ${name}`,
    async (target: Target) => {
      const file = make()
      const longest = await healthDuring(target, async () => {
        for (let times = 0; times < 3; times++) await expectRefusal(await sendFile(target, file), 400, 413)
      })
      expectThat(longest < HEALTH_MS, `others waited ${Math.round(longest)} ms`)
    },
  ]),
)

/** They keep a processor busy, so they come late. */
export const importAttacks: Attack[] = attacks('imports', {
  ...hostile,
  'many files at once': async (target) => {
    const file = files['tiny objects deep in a plan']?.() ?? ''
    const longest = await healthDuring(target, async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => sendFile(target, file)))
      for (const answer of answers) {
        expectThat(answer.status !== 503 || answer.headers.has('retry-after'), 'busy without a time to wait')
        await expectRefusal(answer, 400, 413, 503)
      }
    })
    expectThat(longest < HEALTH_MS, `others waited ${Math.round(longest)} ms`)
  },
  'files that come a byte a second, while an honest one waits': async (target) => {
    const { token } = await target.person('mallory')
    const { hostname, port } = new URL(target.apiUrl)
    const sockets = Array.from({ length: 3 }, () => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => {})
      socket.write(
        `POST /v1/me/import HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{`,
      )
      return socket
    })
    const timer = setInterval(() => {
      for (const socket of sockets) if (!socket.destroyed) socket.write(' ')
    }, 1000)
    try {
      await delay(500)
      const began = performance.now()
      for (;;) {
        const answer = await sendFile(target, '{}')
        await answer.text()
        if (answer.status === 400) break
        expectThat(performance.now() - began < 30_000, `still ${answer.status} after half a minute`)
        await delay(1000)
      }
    } finally {
      clearInterval(timer)
      for (const socket of sockets) socket.destroy()
    }
  },
  'two thousand comments in one file': async (target) => {
    const spammer = await target.person('mallory')
    const exported = await target.api('GET', '/v1/me/export', { token: spammer.token })
    const file: object = JSON.parse(await exported.text())
    const [problem, marker] = ['climbing-stairs', randomUUID()]
    const moment = '2026-01-01T00:00:00Z'
    const comments = Array.from({ length: 2000 }, (_, i) => ({
      id: randomUUID(),
      author: 'A moderator',
      mine: true,
      body: `${marker} ${i}`,
      tag: 'too_hard',
      hidden: false,
      reported: false,
      created_at: moment,
      updated_at: moment,
      problem,
    }))
    const read = async (path: string) => (await target.api('GET', path, { token: target.ada.token })).json()
    const before = problemSchema.parse(await read(`/v1/problems/${problem}`))
    const answer = await target.api('POST', '/v1/me/import', {
      token: spammer.token,
      body: { ...file, comments },
    })
    expectThat(answer.status === 200, `an honest file is answered ${answer.status}: ${await answer.text()}`)
    const after = problemSchema.parse(await read(`/v1/problems/${problem}`))
    expectThat(
      JSON.stringify([after.comment_count, after.tag_counts]) ===
        JSON.stringify([before.comment_count, before.tag_counts]),
      'the counts have them',
    )
    const { items } = commentPageSchema.parse(await read(`/v1/problems/${problem}/comments`))
    expectThat(!items.some(({ body }) => body.includes(marker)), 'others see them')
  },
})
