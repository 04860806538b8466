import { parseArgs } from 'node:util'
import { anIntake } from '../../api/src/modules/intake/testing.ts'
import { generatePrivateJwk } from '../serve/jwk.ts'
import { benchServerUrl, createBenchDatabase, fillCommunity } from './api/bench-database.ts'
import type { Request } from './api/load.ts'
import { startApi, startBare } from './api/processes.ts'
import { recordStatements } from './api/routes.ts'
import { apiCpu, bareCpu, type Compared, compare } from './api/throughput.ts'
import { bearer, learnerId, type Signer } from './api/tokens.ts'
import { table } from './tables.ts'

const { values: flags } = parseArgs({
  strict: false,
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})

/** The API next to a bare `node:http` and `pg` server with the same SQL, in the same run, on PostgreSQL. */
export async function benchApi(): Promise<void> {
  const bench = await createBenchDatabase(benchServerUrl())
  const signer = generatePrivateJwk()
  const stops: (() => Promise<void>)[] = []
  try {
    console.log('Loading 400 problems, a million upvotes and 40,000 comments …')
    await fillCommunity(bench.database)
    const api = await startApi({ databaseUrl: bench.url, signer })
    stops.push(api.stop)
    await prepareLearner({ port: api.port, learner: learnerId(1), signer })
    const routes = await recordStatements(bench.database, learnerId(1))
    const bare = await startBare({ databaseUrl: bench.url, routes })
    stops.push(bare.stop)
    const rows: [string, Compared][] = []
    for (const [name, requests] of Object.entries(requestsOf(signer))) {
      if (flags.only && !String(flags.only).split(',').includes(name)) continue
      rows.push([
        name,
        await compare({
          api: { port: api.port, cpuSeconds: () => apiCpu(api.port) },
          bare: { port: bare.port, cpuSeconds: () => bareCpu(bare.port) },
          requests,
          bareRequest: { method: 'GET', path: `/${name}` },
          connections: 16,
          seconds: Number(flags.seconds),
          rounds: Number(flags.rounds),
        }),
      ])
      console.log(render(rows.slice(-1)))
    }
    console.log(`\n${render(rows)}`)
  } finally {
    for (const stop of stops) await stop()
    await bench.drop()
  }
}

async function prepareLearner(options: { port: number; learner: string; signer: Signer }): Promise<void> {
  const headers = { ...bearer(options), 'content-type': 'application/json', prefer: 'wait=60' }
  const url = `http://127.0.0.1:${options.port}/v1`
  const intake = await fetch(`${url}/intake`, { method: 'PUT', headers, body: JSON.stringify(anIntake()) })
  if (!intake.ok) throw new Error(`intake: ${intake.status} ${await intake.text()}`)
  const plan = await fetch(`${url}/plans`, { method: 'POST', headers, body: '{}' })
  if (plan.status !== 201) throw new Error(`plan: ${plan.status} ${await plan.text()}`)
}

function requestsOf(signer: Signer): Record<string, Request[]> {
  const get = (path: string): Request[] => [{ method: 'GET', path }]
  const learner = bearer({ learner: learnerId(1), signer })
  const learners = Array.from({ length: 500 }, (_, n) => bearer({ learner: learnerId(n + 1), signer }))
  return {
    list: get('/v1/problems'),
    filtered: get('/v1/problems?topic=trees&difficulty=hard&sort=upvotes'),
    page: get('/v1/problems/two-sum'),
    upvote: learners.map((headers) => ({ method: 'PUT', path: '/v1/problems/two-sum/upvote', headers })),
    comments: get('/v1/problems/two-sum/comments?limit=20'),
    intake: [{ method: 'GET', path: '/v1/intake', headers: learner }],
    plan: [{ method: 'GET', path: '/v1/plans/current', headers: learner }],
  }
}

function render(rows: [string, Compared][]): string {
  return table(
    ['call', 'bare/s', 'api/s', 'share', 'bare CPU ms', 'api CPU ms', 'api p50 ms', 'api p99 ms', 'failed'],
    rows.map(([name, { api, bare }]) => [
      name,
      Math.round(bare.perSecond),
      Math.round(api.perSecond),
      `${Math.round((100 * api.perSecond) / bare.perSecond)} %`,
      bare.cpuMs.toFixed(3),
      api.cpuMs.toFixed(3),
      api.p50.toFixed(2),
      api.p99.toFixed(2),
      api.failed + bare.failed,
    ]),
  )
}
