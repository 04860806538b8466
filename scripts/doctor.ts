// Says what is configured, what is missing and what follows from it: `npm run doctor`. Never the value of a secret.
import fs from 'node:fs'
import path from 'node:path'
import { checkDatabase } from './doctor/check-database.ts'
import { checkChromium, checkPorts, checkSecrets } from './doctor/check-machine.ts'
import { checkModel } from './doctor/check-model.ts'
import { checkMail, checkProviders } from './doctor/check-services.ts'
import { type Finding, note, ok, problem } from './doctor/finding.ts'
import { parseSettings, StartError, withoutEmpty } from './serve/settings.ts'

const root = path.resolve(import.meta.dirname, '..')
const MARKS = { ok: 'ok      ', note: 'note    ', problem: 'PROBLEM ' }

const findings = await examine()
for (const { state, part, text } of findings) console.log(`${MARKS[state]} ${part.padEnd(16)} ${text}`)
const problems = findings.filter(({ state }) => state === 'problem').length
console.log(
  problems === 0
    ? '\nNo problem found.'
    : `\n${problems === 1 ? 'One problem' : `${problems} problems`} found.`,
)
process.exitCode = problems === 0 ? 0 : 1

async function examine(): Promise<Finding[]> {
  const file = path.join(root, '.env')
  const hasFile = fs.existsSync(file)
  if (hasFile) process.loadEnvFile(file)
  const first = [
    ok('Node', process.version),
    hasFile ? ok('.env', 'read') : note('.env', 'none, so the defaults and the environment count'),
  ]
  try {
    const settings = parseSettings(process.env, root)
    const env = withoutEmpty(process.env)
    const parts = await Promise.all([
      checkDatabase(settings),
      checkModel(env),
      checkMail(env),
      checkPorts(settings),
    ])
    return [
      ...first,
      ok('Address', settings.publicUrl),
      ...checkSecrets(settings),
      ...parts.flat(),
      ...checkProviders(env),
      checkChromium(env),
    ]
  } catch (error) {
    if (error instanceof StartError) return [...first, problem('Configuration', error.message)]
    throw error
  }
}
