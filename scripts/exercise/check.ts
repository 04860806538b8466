import path from 'node:path'
import { checkExercise, type ExerciseReport } from '../../seeds/src/checking/index.ts'
import { exercisesFolder } from '../../seeds/src/exercises/index.ts'
import { runStep, tool } from '../test/step.ts'
import { emptyReport, inLanes } from './lanes.ts'

/** Checks the exercises named, or all, two at a time; prints a line for each and what is wrong with it. */
export async function checkAll(named: string[]): Promise<ExerciseReport[]> {
  const started = performance.now()
  const types = checkTypes()
  const reports = await inLanes({
    slugs: named,
    examine: checkExercise,
    broken: (report) => report,
    print: printReport,
  })
  const faulty = reports.filter(({ faults }) => faults.length > 0).length
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  console.log(`${reports.length - faulty} of ${reports.length} exercises are right (${seconds} s).`)
  if (!(await types)) reports.push(emptyReport('types', 'The solutions do not type-check (above).'))
  return reports
}

export function printReport({ slug, tests, visible, ms, wrong, slow, faults }: ExerciseReport): void {
  const rejected = wrong.filter(({ rejectedBy }) => rejectedBy !== null).length
  const parts = [
    `${tests} tests (${visible} visible)`,
    `ts ${Math.round(ms.typescript)} ms`,
    `py ${Math.round(ms.python)} ms`,
    `wrong rejected ${rejected}/${wrong.length}`,
    `slow ${slow.typescript}, in Python ${slow.python}`,
  ]
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${slug}: ${parts.join(', ')}`)
  for (const fault of faults) console.log(`  ✗ ${fault.replaceAll('\n', '\n    ')}`)
}

/** The references, wrong solutions and generators are TypeScript: they type-check, each file on its own. */
export function checkTypes(): Promise<boolean> {
  return runStep({
    args: [tool('typescript', 'bin', 'tsc'), '-p', path.join(exercisesFolder, 'tsconfig.json')],
  })
}
