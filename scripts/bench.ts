import { benchApi } from './bench/api.ts'
import { benchLife } from './bench/life.ts'
import { benchPlans } from './bench/plans.ts'
import { benchReadiness } from './bench/readiness.ts'
import { benchSandbox } from './bench/sandbox.ts'
import { benchVectors } from './bench/vectors.ts'

// `npm run bench -- plans`: one benchmark a name.
const benchmarks = new Map([
  ['plans', benchPlans],
  ['api', benchApi],
  ['vectors', benchVectors],
  ['life', benchLife],
  ['sandbox', benchSandbox],
  ['readiness', benchReadiness],
])

const names = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const unknown = names.find((name) => !benchmarks.has(name))
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}"; there is: ${[...benchmarks.keys()].join(', ')}.`)
  process.exit(1)
}
for (const [name, run] of benchmarks) if (names.length === 0 || names.includes(name)) await run()
