import { parseArgs } from 'node:util'
import { createCatalogueRepository } from '../../api/src/modules/catalogue/catalogue.repository.ts'
import { anIntake } from '../../api/src/modules/intake/testing.ts'
import { generatePrivateJwk } from '../serve/jwk.ts'
import {
  type BenchDatabase,
  benchServerUrl,
  createBenchDatabase,
  fillCommunity,
} from './api/bench-database.ts'
import { type AtOnce, followAtOnce, generateAtOnce, giveIntakes } from './api/generations.ts'
import type { Request } from './api/load.ts'
import { watchMemory } from './api/memory.ts'
import { startApi, startBare, startModel } from './api/processes.ts'
import { differentLists, recordStatements } from './api/routes.ts'
import { apiCpu, bareCpu, type Compared, compare } from './api/throughput.ts'
import { bearer, learnerId, type Signer } from './api/tokens.ts'
import { table } from './tables.ts'

const { values: flags } = parseArgs({
  strict: false,
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    part: { type: 'string' },
    memory: { type: 'string', default: '60' },
  },
})

type Bench = { bench: BenchDatabase; signer: Signer }

/**
 * The API next to a bare `node:http` and `pg` server with the same SQL, in the same run, on PostgreSQL; then plans
 * made at once, streams followed at once, and memory through a mixed load.
 */
export async function benchApi(): Promise<void> {
  const bench = await createBenchDatabase(benchServerUrl())
  const signer = generatePrivateJwk()
  try {
    console.log('Loading 400 problems, a million upvotes and 40,000 comments …')
    await fillCommunity(bench.database)
    if (wants('throughput')) await throughput({ bench, signer })
    if (wants('generations')) await generations({ bench, signer })
    if (wants('memory')) await memory({ bench, signer })
  } finally {
    await bench.drop()
  }
}

function wants(part: string): boolean {
  return flags.part === undefined || flags.part === part
}

async function throughput({ bench, signer }: Bench): Promise<void> {
  await using api = await startApi({ databaseUrl: bench.url, signer })
  await prepareLearner({ port: api.port, learner: learnerId(1), signer })
  const catalogue = createCatalogueRepository({ readDb: bench.database.readDb })
  const slugs = (await catalogue.readProblems()).map(({ slug }) => slug)
  const topics = (await catalogue.readTopics()).map(({ slug }) => slug)
  const routes = await recordStatements({ database: bench.database, learner: learnerId(1), slugs, topics })
  await using bare = await startBare({ databaseUrl: bench.url, routes })
  const rows: [string, Compared][] = []
  const { list, filtered, page, ...others } = requestsOf(signer)
  const calls = { list, filtered, page, ...differentRequests({ slugs, topics }), ...others }
  for (const [name, requests = []] of Object.entries(calls)) {
    if (flags.only && !String(flags.only).split(',').includes(name)) continue
    const compared = await compare({
      api: { port: api.port, cpuSeconds: () => apiCpu(api.port) },
      bare: { port: bare.port, cpuSeconds: () => bareCpu(bare.port) },
      requests,
      bareRequest: { method: 'GET', path: `/${name}` },
      connections: 16,
      seconds: Number(flags.seconds),
      rounds: Number(flags.rounds),
    })
    rows.push([name, compared])
    console.log(`${name} …`)
  }
  console.log(`\n${render(rows)}\n`)
}

const MODEL_MS = 1_000

async function generations({ bench, signer }: Bench): Promise<void> {
  const { database } = bench
  await using model = await startModel(MODEL_MS)
  await using api = await startApi({ databaseUrl: bench.url, signer, modelUrl: model.url })
  const target = { port: api.port, signer }
  await giveIntakes({ ...target, first: 1_000, count: 400 })
  // First, so that it also warms the process up, as any that has run for a while is.
  const streams = await followAtOnce({ ...target, first: 1_100, count: 300 })
  console.log(
    `${streams.done} of ${streams.count} streams to the end in ${streams.seconds.toFixed(1)} s, ${streams.errors} errors\n`,
  )
  const one = await generateAtOnce({ ...target, first: 1_064, count: 1, database, modelMs: MODEL_MS })
  const many = await generateAtOnce({ ...target, first: 1_000, count: 64, database, modelMs: MODEL_MS })
  const head = ['plans at once', 'failed', 'p50 ms', 'p99 ms', 'API CPU ms a plan', 'busy connections']
  const row = (run: AtOnce) => [
    run.count,
    run.failed,
    Math.round(run.p50),
    Math.round(run.p99),
    (run.cpuMs / run.count).toFixed(1),
    run.heldMost,
  ]
  console.log(`\n${table(head, [row(one), row(many)])}\n`)
}

async function memory({ bench, signer }: Bench): Promise<void> {
  await using api = await startApi({ databaseUrl: bench.url, signer })
  const target = { port: api.port, signer }
  await giveIntakes({ ...target, first: 2_000, count: 48 })
  await prepareLearner({ port: api.port, learner: learnerId(1), signer })
  const result = await watchMemory({
    port: api.port,
    seconds: Number(flags.memory),
    // Signed anew for each part: a token lives for ten minutes.
    requests: () => {
      const { upvote = [], ...reads } = requestsOf(signer)
      return [...Object.values(reads).flat(), ...upvote.slice(0, 20)]
    },
    meanwhile: (part) => followAtOnce({ ...target, first: 2_000 + 4 * part, count: 4 }),
  })
  const figures = result.megabytes.map((megabytes) => Math.round(megabytes)).join(', ')
  console.log(`${result.requests} requests, ${result.failed} failed; resident MB in order: ${figures}\n`)
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

/** Reads of which no two at the same time are the same, so that none is shared. */
function differentRequests({
  slugs,
  topics,
}: {
  slugs: string[]
  topics: string[]
}): Record<string, Request[]> {
  const lists = differentLists(topics).map((query) => `/v1/problems?${new URLSearchParams(query)}`)
  const pages = slugs.map((slug) => `/v1/problems/${slug}`)
  const get = (path: string): Request => ({ method: 'GET', path })
  return { lists: lists.map(get), pages: pages.map(get) }
}

const labels: Record<string, string> = { lists: 'lists, each another', pages: 'pages, each another' }

function render(rows: [string, Compared][]): string {
  return table(
    ['call', 'bare/s', 'api/s', 'share', 'bare CPU ms', 'api CPU ms', 'api p50 ms', 'api p99 ms', 'failed'],
    rows.map(([name, { api, bare }]) => [
      labels[name] ?? name,
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
