import { checkConstraints } from '../checking/check-constraints.ts'
import { checkExercise, type ExerciseReport } from '../checking/check-exercise.ts'
import { checkInput } from '../checking/check-texts.ts'
import type { Solutions } from '../checking/read-solutions.ts'
import type { SolutionRunner } from '../checking/solution-runner.ts'
import type { Exercise } from '../exercises/read-exercises.ts'
import type { Outcome, TestInput } from '../judge/judge.types.ts'
import { stripTypes } from '../judge/strip-types.ts'
import { type MutantReport, proveMutants } from './prove-mutants.ts'
import { type Generator, readBrute, readGenerator } from './read-proof.ts'
import { batchesOf, firstDifference, runInputs } from './run-inputs.ts'

export const RANDOM_INPUTS = 1_500
const BRUTE_INPUTS = 300
const MOST_SHARE = 1 / 20
const FEWEST_WRONG = 3

/** A proof of an exercise. `faults` are wrong; `gaps` are parts of the proof that nobody has written yet. */
export type ProofReport = ExerciseReport & {
  gaps: string[]
  /** Random inputs on which all references agree, and of the small ones those on which the brute force does as well. */
  agreed: number
  brute: number
  mutants: Partial<Record<'javascript' | 'python', MutantReport>>
  /** Mutants that no test kills, each with its reason. */
  excuses: string[]
}

export function unproven(checked: ExerciseReport): ProofReport {
  return { ...checked, gaps: [], agreed: 0, brute: 0, mutants: {}, excuses: [] }
}

type Given = {
  exercise: Exercise
  solutions: Solutions
  runner: SolutionRunner
  patterns: ReadonlySet<string>
  seed: number
}

/** Checks an exercise, and proves that its references are right and that its tests let no slip pass. */
export async function proveExercise({ seed, ...given }: Given): Promise<ProofReport> {
  const { exercise, solutions, runner } = given
  const checked = await checkExercise(given)
  const report = { ...unproven(checked), gaps: gapsOf(checked, solutions) }
  for (const language of ['typescript', 'python'] as const) {
    const share = checked.share[language]
    if (share > MOST_SHARE)
      report.faults.push(
        `The ${language} reference takes ${Math.round(share * 100)} % of the limit; 5 % is the most.`,
      )
  }
  const generator = await readGenerator(exercise)
  if (generator === null) {
    report.gaps.push('generate.ts is missing: nothing is proven by random inputs.')
    return report
  }
  const inputs = generator.inputs(RANDOM_INPUTS, seed)
  report.faults.push(...inputFaults(exercise, [...inputs, ...generator.small(BRUTE_INPUTS, seed)]))
  const right = await rightOutcomes(exercise, inputs, solutions.typescript, runner)
  if (right.problem !== undefined) {
    report.faults.push(right.problem)
    return report
  }
  const random = { inputs, right: right.outcomes, free: generator.free }
  await proveAgreement(report, given, random)
  await proveBrute(report, given, generator, seed)
  if (report.faults.length > 0) return report
  for (const language of ['javascript', 'python'] as const) {
    const code = language === 'python' ? solutions.python : solutions.typescript
    const mutants = await proveMutants({ exercise, runner, random }, language, code)
    report.mutants[language] = mutants
    report.faults.push(...mutants.faults)
  }
  report.excuses = (exercise.facts.survivors ?? []).map(({ mutant, reason }) => `${mutant}. ${reason}`)
  return report
}

function gapsOf({ slow }: ExerciseReport, { wrong, slow: twins }: Solutions): string[] {
  return (['typescript', 'python'] as const).flatMap((language) => {
    const count = wrong.filter((one) => one.language === language).length + (twins[language] === null ? 0 : 1)
    const missing = slow.typescript !== 'none' && twins[language] === null
    return [
      ...(count < FEWEST_WRONG
        ? [`${count} wrong programs in ${language}, the slow one counted; ${FEWEST_WRONG} are wanted.`]
        : []),
      ...(missing ? ['slow.py is missing.'] : []),
    ]
  })
}

function inputFaults(exercise: Exercise, inputs: TestInput[]): string[] {
  const named = inputs.map((input, at) => ({
    ...input,
    name: `random input ${at}`,
    expected: { $any: true },
  }))
  const shapes = named.flatMap((test) => checkInput(exercise.facts.call, test))
  const promised = checkConstraints({ ...exercise, tests: named }).filter((fault) =>
    fault.includes('against'),
  )
  return [...shapes, ...promised].slice(0, 3).map((fault) => fault.replace('tests.json', 'generate.ts'))
}

type Right = Extract<Outcome, { ok: true }>

async function rightOutcomes(exercise: Exercise, inputs: TestInput[], code: string, runner: SolutionRunner) {
  const outcomes: Right[] = []
  for (const batch of batchesOf(inputs)) {
    const ran = await runInputs(exercise, batch, { language: 'typescript', code }, runner)
    if ('problem' in ran) return { outcomes, problem: `solution.ts on random inputs: ${ran.problem}` }
    for (const [at, outcome] of ran.outcomes.entries()) {
      if (!outcome.ok)
        return {
          outcomes,
          problem: `solution.ts on ${JSON.stringify(batch[at]).slice(0, 300)}: ${outcome.problem.message}`,
        }
      outcomes.push(outcome)
    }
  }
  return { outcomes }
}

type Random = { inputs: TestInput[]; right: Right[]; free: ReadonlySet<string> }

async function proveAgreement(
  report: ProofReport,
  { exercise, solutions, runner }: Omit<Given, 'seed'>,
  random: Random,
) {
  const stripped = stripTypes('typescript', solutions.typescript)
  const programs = [
    { language: 'python' as const, code: solutions.python },
    ...('code' in stripped ? [{ language: 'javascript' as const, code: stripped.code }] : []),
  ]
  const judging = { exercise, free: random.free }
  for (const program of programs) {
    const difference = await firstDifference(judging, random, program, runner)
    if (difference !== null)
      report.faults.push(`The references differ: ${describe(program.language, difference)}`)
  }
  report.agreed = random.inputs.length
}

async function proveBrute(
  report: ProofReport,
  { exercise, solutions, runner }: Omit<Given, 'seed'>,
  generator: Generator,
  seed: number,
) {
  const code = await readBrute(exercise.slug)
  if (code === null) return
  const inputs = generator.small(BRUTE_INPUTS, seed)
  const right = await rightOutcomes(exercise, inputs, solutions.typescript, runner)
  if (right.problem !== undefined) return void report.faults.push(right.problem)
  const random = { inputs, right: right.outcomes }
  const judging = { exercise, free: generator.free }
  const difference = await firstDifference(judging, random, { language: 'typescript', code }, runner)
  if (difference !== null)
    report.faults.push(`brute.ts and solution.ts differ: ${describe('brute.ts', difference)}`)
  report.brute = inputs.length
}

function describe(
  name: string,
  { input, got, expected }: { input: TestInput; got: string; expected: string },
) {
  return `for ${JSON.stringify(input).slice(0, 400)} ${name} gives ${got.slice(0, 200)}, solution.ts ${expected.slice(0, 200)}.`
}
