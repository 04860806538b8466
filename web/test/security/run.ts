// Runs `npm run test:security` in a process of its own: this workspace has the browser and the keys.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { openPostgres } from '../../../db/src/index.ts'
import { findChromium } from '../../../scripts/find-chromium.ts'
import { lastAttacks, quickAttacks } from './all-attacks.ts'
import { type Attack, attempt } from './attack.ts'
import { fuzz } from './fuzz.ts'
import { startTarget, type Target } from './target.ts'

const { values } = parseArgs({
  options: { attacks: { type: 'boolean', default: false }, fuzz: { type: 'string', default: '10000' } },
})
process.exitCode = await testSecurity({
  fuzzRequests: values.attacks ? 0 : Number(values.fuzz),
  env: process.env,
})
process.exit()

/** Runs everything, prints a table and the counts; answers the exit code. */
async function testSecurity({
  fuzzRequests,
  env,
}: {
  fuzzRequests: number
  env: Record<string, string | undefined>
}): Promise<number> {
  const database = env.TEST_DATABASE_URL ? await createDatabase(env.TEST_DATABASE_URL) : undefined
  const executablePath = findChromium(env)
  const browser: Browser | undefined = executablePath
    ? await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
    : undefined
  const target = await startTarget({ browser, ...(database ? { env: { DATABASE_URL: database.url } } : {}) })
  const started = performance.now()
  try {
    console.log(
      `Codify runs on ${database ? 'PostgreSQL' : 'the embedded database'}; ${browser ? 'scripts are tried in Chromium' : 'NO CHROMIUM: scripts are tried without a browser'}.\n`,
    )
    let failed = await runAttacks(quickAttacks, target)
    if (fuzzRequests > 0) failed += await report(target, fuzzRequests)
    failed += await runAttacks(lastAttacks, target)
    const count = quickAttacks.length + lastAttacks.length
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(
      `\n${count} attacks and ${fuzzRequests} fuzzed requests in ${seconds} s: ${failed === 0 ? 'all refused' : `${failed} NOT refused`}`,
    )
    return failed === 0 ? 0 : 1
  } finally {
    await browser?.close()
    await target.stop()
    await database?.drop()
  }
}

async function runAttacks(list: Attack[], target: Target): Promise<number> {
  let failed = 0
  for (const attack of list) {
    const began = performance.now()
    const success = await attempt(attack, target)
    const seconds = (performance.now() - began) / 1000
    const slow = seconds > 5 ? ` (${seconds.toFixed(0)} s)` : ''
    console.log(
      `${success === undefined ? 'refused ' : 'SUCCEEDS'}  ${attack.group.padEnd(18)} ${attack.name}${slow}`,
    )
    if (success === undefined) continue
    failed++
    console.error(`          ${success}`)
  }
  return failed
}

async function report(target: Target, requests: number): Promise<number> {
  const { statuses, problems } = await fuzz({ target, requests })
  const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`)
  console.log(`\nFuzzed ${requests} requests (${counts.join(', ')})`)
  for (const problem of problems.slice(0, 20)) console.error(`  ${problem}`)
  return problems.length
}

async function createDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `codify_security_${randomUUID().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const server = openPostgres({ databaseUrl: serverUrl, poolSize: 1 })
    try {
      if (server.kind === 'postgres') await server.pool.query(statement)
    } finally {
      await server.close()
    }
  }
  await run(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) }
}
