// Asks the registry whether a library in use has a known weakness: `npm run audit`. A high or critical one fails; a
// registry that does not know is a loud note, because nothing was found and nothing was looked at.
import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import { root } from './test/step.ts'

const PNPM = '12.21.0'
const count = z.number().default(0)
const answer = z.looseObject({
  metadata: z.looseObject({
    vulnerabilities: z.looseObject({ high: count, critical: count, moderate: count, low: count }),
  }),
})

const { stdout } = spawnSync('npx', ['--yes', `pnpm@${PNPM}`, 'audit', '--prod', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 120_000,
})
const audit = answer.safeParse(parseJson(stdout ?? ''))
if (!audit.success) {
  console.warn(
    'SKIPPED: the registry does not answer audits, so the libraries were NOT checked for known weaknesses.',
  )
} else {
  const { critical, high, moderate, low } = audit.data.metadata.vulnerabilities
  console.log(
    `Known weaknesses of libraries in use: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.`,
  )
  if (critical + high > 0) {
    console.log(stdout)
    process.exitCode = 1
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
