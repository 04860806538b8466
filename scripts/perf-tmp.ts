import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { load } from '/tmp/w/perf/scripts/bench/api/load.ts'
import { apiCpu } from '/tmp/w/perf/scripts/bench/api/throughput.ts'
import { bearer, learnerId } from '/tmp/w/perf/scripts/bench/api/tokens.ts'
import { generatePrivateJwk, toPublicJwk } from '/tmp/w/perf/scripts/serve/jwk.ts'

const signer = generatePrivateJwk()
const url = readFileSync('/tmp/perf-rig-url', 'utf8').trim()
const port = 24871
const prof = process.argv.includes('--prof')
const api = spawn(
  process.execPath,
  [
    ...(prof ? ['--cpu-prof', '--cpu-prof-dir=/tmp/perf-cpu', '--cpu-prof-interval=200'] : []),
    'api/src/main.ts',
  ],
  {
    cwd: '/tmp/w/perf',
    stdio: 'inherit',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      API_PORT: String(port),
      NEXTAUTH_URL: 'http://localhost:3000',
      AUTH_JWKS: JSON.stringify({ keys: [toPublicJwk(signer)] }),
      RATE_LIMIT_PER_MINUTE: '100000000',
      LOG_LEVEL: 'warn',
    },
  },
)
for (let i = 0; i < 100; i++) {
  const r = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => 0)
  if (r && r.ok) break
  await delay(100)
}
const headers = bearer({ learner: learnerId(1), signer })
const paths = process.argv.slice(2).filter((a) => !a.startsWith('--'))
for (const path of paths) {
  const requests = [
    { method: 'GET', path, headers: path.includes('intake') || path.includes('current') ? headers : {} },
  ]
  await load({ port, requests, connections: 16, seconds: 1.5 })
  const before = await apiCpu(port)
  const m = await load({ port, requests, connections: 16, seconds: 4 })
  const cpu = (await apiCpu(port)) - before
  console.log(
    path,
    Math.round(m.perSecond) + '/s',
    ((cpu * 1000) / m.requests).toFixed(4) + ' ms',
    'p50',
    m.p50.toFixed(2),
    'failed',
    m.failed,
  )
}
api.kill('SIGTERM')
await new Promise((r) => api.once('exit', r))
