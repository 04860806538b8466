import { type ProofReport, proveExercise, RANDOM_INPUTS, unproven } from '../../seeds/src/proving/index.ts'
import { checkTypes, printReport } from './check.ts'
import { emptyReport, inLanes } from './lanes.ts'

const SEED = 20261128

/** The proofs of some exercises, and how long they took. */
export type Proofs = { reports: ProofReport[]; seconds: number }

/** Proves the exercises named, or all; prints a line for each, what is wrong with it and what is still to be written. */
export async function proveAll(slugs: string[]): Promise<Proofs> {
  const started = performance.now()
  const seed = Number(process.env.FC_SEED ?? SEED)
  const types = checkTypes()
  const reports = await inLanes({
    slugs,
    examine: (given) => proveExercise({ ...given, seed }),
    broken: unproven,
    print: printProof,
  })
  const seconds = (performance.now() - started) / 1_000
  const proven = reports.filter(({ faults, gaps }) => faults.length === 0 && gaps.length === 0).length
  console.log(`${proven} of ${reports.length} exercises are proven (${seconds.toFixed(1)} s).`)
  if (!(await types)) reports.push(unproven(emptyReport('types', 'The solutions do not type-check (above).')))
  return { reports, seconds }
}

function printProof(report: ProofReport): void {
  printReport(report)
  const { agreed, brute, mutants, accepted, gaps } = report
  const parts = Object.entries(mutants).map(
    ([language, { made, killed, equal, excused }]) =>
      `${language} mutants ${killed} of ${made} killed, ${equal} equal, ${excused} excused`,
  )
  console.log(
    `    agree on ${agreed} of ${RANDOM_INPUTS}, brute force on ${brute}; ${accepted.length} alternatives; ${parts.join('; ')}`,
  )
  for (const gap of gaps) console.log(`  – ${gap}`)
}
