import { load, type Measured, type Request } from './load.ts'

export type Side = { port: number; cpuSeconds: () => Promise<number> }
type WithCpu = Measured & { cpuMs: number }
export type Compared = { api: WithCpu; bare: WithCpu }

/** Measures the API and the bare server by turns, so that whatever else the machine does falls on both. */
export async function compare(options: {
  api: Side
  bare: Side
  requests: Request[]
  bareRequest: Request
  connections: number
  seconds: number
  rounds: number
}): Promise<Compared> {
  const { connections, seconds } = options
  const runs: Compared[] = []
  for (let round = 0; round <= options.rounds; round++) {
    const bare = await measure({ side: options.bare, requests: [options.bareRequest], connections, seconds })
    const api = await measure({ side: options.api, requests: options.requests, connections, seconds })
    // The first round warms both up.
    if (round > 0) runs.push({ api, bare })
  }
  return { api: merge(runs.map(({ api }) => api)), bare: merge(runs.map(({ bare }) => bare)) }
}

async function measure(options: { side: Side; requests: Request[]; connections: number; seconds: number }) {
  const { side, ...rest } = options
  const before = await side.cpuSeconds()
  const measured = await load({ port: side.port, ...rest })
  return { ...measured, cpuMs: ((await side.cpuSeconds()) - before) * 1000 }
}

function merge(runs: WithCpu[]): WithCpu {
  const sum = (of: (run: WithCpu) => number) => runs.reduce((total, run) => total + of(run), 0)
  const requests = sum((run) => run.requests)
  const seconds = sum((run) => run.seconds)
  return {
    requests,
    failed: sum((run) => run.failed),
    seconds,
    perSecond: requests / seconds,
    p50: sum((run) => run.p50) / runs.length,
    p99: sum((run) => run.p99) / runs.length,
    cpuMs: sum((run) => run.cpuMs) / requests,
  }
}

/** CPU time of the API by its own figures. */
export async function apiCpu(port: number): Promise<number> {
  return metric(port, 'process_cpu_seconds_total')
}

export async function metric(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
}

export async function bareCpu(port: number): Promise<number> {
  const usage: { user: number; system: number } = JSON.parse(
    await (await fetch(`http://127.0.0.1:${port}/cpu`)).text(),
  )
  return (usage.user + usage.system) / 1e6
}
