import fs from 'node:fs/promises'
import path from 'node:path'
import type { ExerciseReport } from '../../seeds/src/checking/index.ts'
import { table } from '../bench/tables.ts'
import { root } from '../test/step.ts'

const HEAD = [
  'exercise',
  'tests',
  'visible',
  'hidden',
  'TypeScript ms',
  'Python ms',
  'wrong rejected',
  'slow twin',
]
const INTRO = `# The exercises

Made by \`npm run exercise -- table --write\`: every reference solution against its tests, in both languages, on the machine
that ran it. The time is that of the slowest test. Wrong solutions are typical mistakes that the tests must reject; the slow
twin is right, but too slow for the large case.`

/** The table of all exercises; with `write`, in docs/exercises.md as well. False when one of them is wrong. */
export async function printTable(reports: ExerciseReport[], write: boolean): Promise<boolean> {
  const rows = reports.map(({ slug, tests, visible, ms, wrong, slow }) => [
    slug,
    tests,
    visible,
    tests - visible,
    Math.round(ms.typescript),
    Math.round(ms.python),
    `${wrong.filter(({ rejectedBy }) => rejectedBy !== null).length} of ${wrong.length}`,
    slow,
  ])
  const text = table(HEAD, rows)
  console.log(`\n${text}`)
  if (write) await fs.writeFile(path.join(root, 'docs', 'exercises.md'), `${INTRO}\n\n${text}\n`)
  return reports.every(({ faults }) => faults.length === 0)
}
