import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { anIntake } from '../../../api/src/modules/intake/testing.ts'
import type { Database } from '../../../db/src/index.ts'
import { quantile } from '../tables.ts'
import { metric } from './throughput.ts'
import { bearer, learnerId, type Signer } from './tokens.ts'

type Target = { port: number; signer: Signer }

/** Gives learners numbered from `first` on an intake each, by way of the API. */
export async function giveIntakes({ port, signer, first, count }: Target & { first: number; count: number }) {
  for (let n = first; n < first + count; n++) {
    const headers = { ...bearer({ learner: learnerId(n), signer }), 'content-type': 'application/json' }
    const answer = await fetch(`http://127.0.0.1:${port}/v1/intake`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(anIntake()),
    })
    if (!answer.ok) throw new Error(`intake: ${answer.status} ${await answer.text()}`)
  }
}

export type AtOnce = {
  count: number
  failed: number
  p50: number
  p99: number
  cpuMs: number
  heldMost: number
}

/**
 * Starts a plan for each of `count` learners in the same moment and waits for all. `heldMost` is the most connections
 * that did anything or stood in a transaction while the model was thinking.
 */
export async function generateAtOnce(
  options: Target & { first: number; count: number; database: Database; modelMs: number },
): Promise<AtOnce> {
  const { port, signer, first, count, modelMs } = options
  const cpuBefore = await metric(port, 'process_cpu_seconds_total')
  const held = watchConnections({ ...options, fromMs: modelMs * 0.75, toMs: modelMs * 0.95 })
  const times: number[] = []
  let failed = 0
  await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const headers = { ...bearer({ learner: learnerId(first + at), signer }), prefer: 'wait=60' }
      const begun = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}/v1/plans`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      })
      const text = await answer.text()
      times.push(performance.now() - begun)
      if (answer.status !== 201 || !/"source": ?"model/.test(text)) failed += 1
    }),
  )
  const cpuMs = ((await metric(port, 'process_cpu_seconds_total')) - cpuBefore) * 1000
  return { count, failed, p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpuMs, heldMost: await held }
}

/** The most connections of the API that were not idle at any look between two moments from now. */
async function watchConnections(options: {
  database: Database
  fromMs: number
  toMs: number
}): Promise<number> {
  const begun = performance.now()
  let most = 0
  await delay(options.fromMs)
  while (performance.now() - begun < options.toMs) {
    const { rows } = await sql<{ busy: number }>`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
        and state <> 'idle'`.execute(options.database.db)
    most = Math.max(most, rows[0]?.busy ?? 0)
    await delay(20)
  }
  return most
}

export type Streams = { count: number; done: number; errors: number; seconds: number }

/** Starts a plan for each learner and follows every one by server-sent events at the same time. */
export async function followAtOnce({
  port,
  signer,
  first,
  count,
}: Target & { first: number; count: number }) {
  const begun = performance.now()
  const result: Streams = { count, done: 0, errors: 0, seconds: 0 }
  await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const headers = bearer({ learner: learnerId(first + at), signer })
      const url = `http://127.0.0.1:${port}`
      const started = await fetch(`${url}/v1/plans`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      })
      const location = started.headers.get('location')
      if (location === null) {
        result.errors += 1
        return
      }
      const stream = await fetch(`${url}${location}/events`, { headers })
      const text = await stream.text()
      if (started.status === 202 && stream.ok && /^event: done$/m.test(text)) result.done += 1
      else result.errors += 1
    }),
  )
  result.seconds = (performance.now() - begun) / 1000
  return result
}
