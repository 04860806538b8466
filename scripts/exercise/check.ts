import path from 'node:path'
import {
  checkExercise,
  createSolutionRunner,
  type ExerciseReport,
  readSolutions,
  type SolutionRunner,
} from '../../seeds/src/checking/index.ts'
import { exerciseSlugs, exercisesFolder, readExercise } from '../../seeds/src/exercises/index.ts'
import { readCatalogue } from '../../seeds/src/index.ts'
import { runStep, tool } from '../test/step.ts'

const LANES = 2

/** Checks the exercises named, or all, two at a time; prints a line for each and what is wrong with it. */
export async function checkAll(named: string[]): Promise<ExerciseReport[]> {
  const started = performance.now()
  const { patterns, problems } = await readCatalogue()
  const known = new Set(problems.map(({ slug }) => slug))
  const patternSlugs = new Set(patterns.map(({ slug }) => slug))
  const slugs = named.length > 0 ? named : await exerciseSlugs()
  const types = checkTypes()
  const reports: ExerciseReport[] = []
  const waiting = [...slugs]
  const lane = async () => {
    const runner = createSolutionRunner()
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      const report = known.has(slug)
        ? await checkOne(slug, runner, patternSlugs)
        : empty(slug, `${slug} is no problem of seeds/problems.csv.`)
      reports.push(report)
      printReport(report)
    }
    await runner.close()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const faulty = reports.filter(({ faults }) => faults.length > 0).length
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  console.log(`${reports.length - faulty} of ${reports.length} exercises are right (${seconds} s).`)
  if (!(await types)) reports.push(empty('types', 'The solutions do not type-check (above).'))
  return reports.sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

async function checkOne(slug: string, runner: SolutionRunner, patterns: ReadonlySet<string>) {
  try {
    const [exercise, solutions] = await Promise.all([readExercise(slug), readSolutions(slug)])
    return await checkExercise({ exercise, solutions, runner, patterns })
  } catch (error) {
    return empty(slug, error instanceof Error ? error.message : String(error))
  }
}

function empty(slug: string, fault: string): ExerciseReport {
  const ms = { typescript: 0, python: 0 }
  return { slug, tests: 0, visible: 0, ms, wrong: [], slow: 'none', faults: [fault] }
}

function printReport({ slug, tests, visible, ms, wrong, slow, faults }: ExerciseReport): void {
  const rejected = wrong.filter(({ rejectedBy }) => rejectedBy !== null).length
  const parts = [
    `${tests} tests (${visible} visible)`,
    `ts ${Math.round(ms.typescript)} ms`,
    `py ${Math.round(ms.python)} ms`,
    `wrong rejected ${rejected}/${wrong.length}`,
    `slow ${slow}`,
  ]
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${slug}: ${parts.join(', ')}`)
  for (const { name, rejectedBy } of wrong)
    if (rejectedBy) console.log(`    wrong/${name} fails "${rejectedBy}"`)
  for (const fault of faults) console.log(`  ✗ ${fault.replaceAll('\n', '\n    ')}`)
}

/** The references and wrong solutions are TypeScript: they type-check, each file on its own. */
function checkTypes(): Promise<boolean> {
  return runStep({
    args: [tool('typescript', 'bin', 'tsc'), '-p', path.join(exercisesFolder, 'tsconfig.json')],
  })
}
