import { generatePrivateJwk } from '../serve/jwk.ts'
import { type BenchDatabase, benchServerUrl, createBenchDatabase } from './api/bench-database.ts'
import { startApi } from './api/processes.ts'
import { apiCpu } from './api/throughput.ts'
import { bearer, learnerId, type Signer } from './api/tokens.ts'
import { fillLives, LEARNERS_WITH_PLAN, missADay } from './life/life-database.ts'
import { measureRepairs } from './life/repairs.ts'
import { quantile, table } from './tables.ts'

/** Repair of a four-week plan, and the day from the API with the rows of 100,000 learners. */
export async function benchLife(): Promise<void> {
  const repairs = await measureRepairs()
  console.log(
    table(
      ['repair of a four-week plan, processor time', 'aim', 'p50 ms', 'p95 ms'],
      [row('one missed day', '< 10', repairs)],
    ),
  )
  const bench = await createBenchDatabase(benchServerUrl())
  try {
    console.log('Loading the rows of 100,000 learners …')
    await fillLives(bench.database)
    await measureLooks(bench)
  } finally {
    await bench.drop()
  }
}

async function measureLooks({ url, database }: BenchDatabase): Promise<void> {
  const signer = generatePrivateJwk()
  await using api = await startApi({ databaseUrl: url, signer })
  // The plan began yesterday: everybody's first look repairs it, and is not what is measured.
  await ask({ port: api.port, signer, from: 1, to: LEARNERS_WITH_PLAN })
  const looks = await measured({ port: api.port, signer })
  await missADay(database)
  const first = await measured({ port: api.port, signer })
  const head = [
    'GET /v1/today over HTTP, one after another',
    'aim',
    'p50 ms',
    'p95 ms',
    'processor ms a request',
  ]
  console.log(
    table(head, [
      [...row('a look at the day', 'p95 < 15', looks.times), looks.cpu],
      [...row('the first look of a new day, repair included', '', first.times), first.cpu],
    ]),
  )
}

/** Every learner with a whole plan looks once; with what it took of the API's processor, which other work does not change. */
async function measured({
  port,
  signer,
}: {
  port: number
  signer: Signer
}): Promise<{ times: number[]; cpu: string }> {
  const before = await apiCpu(port)
  const times = await ask({ port, signer, from: 1, to: LEARNERS_WITH_PLAN })
  const cpu = (1000 * ((await apiCpu(port)) - before)) / times.length
  return { times, cpu: cpu.toFixed(1) }
}

function row(name: string, aim: string, times: number[]): (string | number)[] {
  return [name, aim, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)]
}

async function ask(options: { port: number; signer: Signer; from: number; to: number }): Promise<number[]> {
  const times: number[] = []
  for (let number = options.from; number <= options.to; number++) {
    const headers = bearer({ learner: learnerId(number), signer: options.signer })
    const start = performance.now()
    const response = await fetch(`http://127.0.0.1:${options.port}/v1/today`, { headers })
    const body = await response.text()
    times.push(performance.now() - start)
    if (!response.ok || !body.includes('"state":"ready"'))
      throw new Error(`today: ${response.status} ${body}`)
  }
  return times
}
