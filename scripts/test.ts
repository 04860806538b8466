// Every check of the repository (`npm test`), or the quick ones (`npm run check`, with `--fast`). Stops at the first
// that fails. The last line counts the tests.
import { parseArgs } from 'node:util'
import { findChromium, installChromiumCommand } from './find-chromium.ts'
import { checkManifests } from './test/check-manifests.ts'
import { checkExercises, checkLayout, checkStyle, checkTypes, checkUnused } from './test/checks.ts'
import { addCounts, formatCounts, runVitest } from './test/run-vitest.ts'
import { heading } from './test/step.ts'

const { values: flags } = parseArgs({ options: { fast: { type: 'boolean', default: false } } })
// The npm script that runs this sets no NODE_ENV; one from outside would change what is built and tested.
delete process.env.NODE_ENV
let counts = { passed: 0, failed: 0, skipped: 0 }

await step('Types', checkTypes)
await step('Lint and format', checkStyle)
await step('Layout: who imports whom', checkLayout)
if (flags.fast) {
  await step('Unit tests, and database tests on PGlite', () => tests(['unit', 'pglite']))
} else {
  await step('Unused code and dependencies', checkUnused)
  await step('Kubernetes manifests', checkManifests)
  await step('Exercises', checkExercises)
  await step('Unit tests, and database tests on PGlite', () => tests(['unit', 'pglite']))
  if (process.env.TEST_DATABASE_URL) {
    await step('Database tests on PostgreSQL (TEST_DATABASE_URL)', () => tests(['postgres']))
  }
  await browserTests()
}
console.log(`\n${formatCounts(counts)}`)

async function step(title: string, run: () => Promise<boolean>): Promise<void> {
  heading(title)
  if (await run()) return
  console.error(`\nFailed: ${title}`)
  if (counts.passed + counts.failed > 0) console.error(formatCounts(counts))
  process.exit(1)
}

async function tests(projects: string[], env: Record<string, string> = {}): Promise<boolean> {
  const result = await runVitest(projects, env)
  counts = addCounts(counts, result.counts)
  return result.ok
}

async function browserTests(): Promise<void> {
  const chromium = findChromium(process.env)
  if (chromium !== undefined) {
    await step(`Browser tests (${chromium})`, () => tests(['browser'], { CHROMIUM_PATH: chromium }))
    return
  }
  const missing = process.env.CHROMIUM_PATH
    ? 'There is nothing at CHROMIUM_PATH.'
    : `No Chromium was found. Install one with: ${installChromiumCommand(process.platform)}`
  if (process.env.CI === 'true') await step(`Browser tests: ${missing}`, async () => false)
  heading('Browser tests: SKIPPED')
  console.warn(`${missing} Or set CHROMIUM_PATH. What a person does in a browser was NOT tested.`)
}
