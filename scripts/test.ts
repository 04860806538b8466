// Every check of the repository (`npm test`), or the quick ones (`npm run check`, with `--fast`). Stops at the first
// that fails. The last line counts the tests.
import os from 'node:os'
import { parseArgs } from 'node:util'
import { findChromium, installChromiumCommand } from './find-chromium.ts'
import { checkComments } from './test/check-comments.ts'
import { checkManifests } from './test/check-manifests.ts'
import {
  checkExercises,
  checkLayout,
  checkLibrary,
  checkStyle,
  checkTypes,
  checkUnused,
} from './test/checks.ts'
import { type LaneStep, runLanes } from './test/lanes.ts'
import { addCounts, formatCounts, runVitest } from './test/run-vitest.ts'

const { values: flags } = parseArgs({ options: { fast: { type: 'boolean', default: false } } })
// The npm script that runs this sets no NODE_ENV; one from outside would change what is built and tested.
delete process.env.NODE_ENV
let counts = { passed: 0, failed: 0, skipped: 0 }

const quick: LaneStep[] = [
  { title: 'Types', run: checkTypes },
  { title: 'Lint and format', run: checkStyle },
  { title: 'Layout: who imports whom', run: checkLayout },
  { title: 'Comments', run: checkComments },
]
const cores = os.availableParallelism()
// Where no other lane runs, no core is left for one.
const units = tests('Unit tests, and database tests on PGlite', ['unit', 'pglite'], {
  ...(flags.fast && { workers: cores }),
})
if (flags.fast) {
  await run([...quick, units])
} else {
  await run([
    ...quick,
    { title: 'Unused code and dependencies', run: checkUnused },
    { title: 'Kubernetes manifests', run: checkManifests },
  ])
  const withoutBrowser: LaneStep[] = [
    { title: 'Exercises', run: checkExercises },
    { title: 'Pattern pages and hints', run: checkLibrary },
    units,
  ]
  if (process.env.TEST_DATABASE_URL)
    withoutBrowser.push(tests('Database tests on PostgreSQL (TEST_DATABASE_URL)', ['postgres']))
  await run(withoutBrowser, [browserTests()])
}
console.log(`\n${formatCounts(counts)}`)

/** Runs lanes side by side, or one after another where there is a single core; ends the process at the first failure. */
async function run(...lanes: LaneStep[][]): Promise<void> {
  const failed = await runLanes(cores > 1 ? lanes : [lanes.flat()], (text) => process.stdout.write(text))
  if (failed === null) return
  console.error(`\nFailed: ${failed}`)
  if (counts.passed + counts.failed > 0) console.error(formatCounts(counts))
  process.exit(1)
}

function tests(
  title: string,
  projects: string[],
  options: { env?: Record<string, string>; workers?: number } = {},
): LaneStep {
  return {
    title,
    run: async (lane) => {
      const result = await runVitest(projects, { ...lane, ...options })
      counts = addCounts(counts, result.counts)
      return result.ok
    },
  }
}

function browserTests(): LaneStep {
  const chromium = findChromium(process.env)
  if (chromium !== undefined)
    return tests(`Browser tests (${chromium})`, ['browser'], { env: { CHROMIUM_PATH: chromium } })
  const missing = process.env.CHROMIUM_PATH
    ? 'There is nothing at CHROMIUM_PATH.'
    : `No Chromium was found. Install one with: ${installChromiumCommand(process.platform)}`
  if (process.env.CI === 'true') return { title: `Browser tests: ${missing}`, run: async () => false }
  return {
    title: 'Browser tests: SKIPPED',
    run: async ({ write }) => {
      write(`${missing} Or set CHROMIUM_PATH. What a person does in a browser was NOT tested.\n`)
      return true
    },
  }
}
