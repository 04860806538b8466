// Asks the registry whether a library in use has a known weakness: `npm run audit`. A high or critical one fails, and so
// does a registry that does not know.
import { spawnSync } from 'node:child_process'
import { judgeAudit } from './audit/judge-audit.ts'
import { root } from './test/step.ts'

const PNPM = '12.21.0'

const { stdout, stderr } = spawnSync('npx', ['--yes', `pnpm@${PNPM}`, 'audit', '--prod', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 120_000,
})
const { passed, text } = judgeAudit(stdout ?? '')
console.log(text)
if (!passed) {
  if (stderr) console.error(stderr.trim())
  process.exitCode = 1
}
