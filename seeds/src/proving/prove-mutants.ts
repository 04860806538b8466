import { jobOf, runAndJudge } from '../checking/check-exercise.ts'
import type { SolutionRunner } from '../checking/solution-runner.ts'
import type { Exercise } from '../exercises/read-exercises.ts'
import type { Language, Outcome, TestInput } from '../judge/judge.types.ts'
import { judgeOutcome } from '../judge/judge-outcome.ts'
import { stripTypes } from '../judge/strip-types.ts'
import { mutateJavaScript } from './mutate-javascript.ts'
import { type Variants, varyPython } from './python-vary.ts'
import { firstDifference } from './run-inputs.ts'
import { in32Bits, withBudget, withKeptState } from './vary-javascript.ts'

/** How the tests and the random inputs took the mutants of one reference. */
export type MutantReport = { made: number; killed: number; equal: number; excused: number; faults: string[] }

type Given = {
  exercise: Exercise
  runner: SolutionRunner
  random: { inputs: TestInput[]; right: Extract<Outcome, { ok: true }>[]; free: ReadonlySet<string> }
}

const files = { javascript: 'solution.ts', python: 'solution.py' }
const LIMIT_MS = 20_000

/** Kills every mutant of a reference by a test, or shows by the random inputs that it is no other program. */
export async function proveMutants(
  given: Given,
  language: keyof typeof files,
  solution: string,
): Promise<MutantReport> {
  const file = files[language]
  const { whole, mutants } = language === 'python' ? await varyPython(solution) : varyJavaScript(solution)
  const report: MutantReport = { made: 0, killed: 0, equal: 0, excused: 0, faults: [] }
  if ((await smallVerdict(given, language, whole)) !== 'passed')
    report.faults.push(`${file} does not pass its small tests within the budget of steps for mutants.`)
  const reasons = new Map(
    (given.exercise.facts.survivors ?? []).map(({ mutant, reason }) => [mutant, reason]),
  )
  for (const { label, code, bounded } of mutants) {
    const verdict = await smallVerdict(given, language, bounded)
    if (verdict === 'refused') continue
    report.made++
    if (verdict === 'failed') {
      report.killed++
      continue
    }
    const { exercise, runner, random } = given
    const judging = { exercise, free: random.free }
    const difference = await firstDifference(judging, random, { language, code: bounded }, runner)
    const name = `${file}, ${label}`
    if (difference === null) report.equal++
    else if (await failsLarge(given, language, code)) report.killed++
    else if (reasons.has(name)) report.excused++
    else
      report.faults.push(
        `${name}: no test kills it. For ${JSON.stringify(difference.input).slice(0, 300)} it gives ${difference.got.slice(0, 120)}, right is ${difference.expected.slice(0, 120)}.`,
      )
  }
  return report
}

function varyJavaScript(solution: string): Variants {
  const stripped = stripTypes('typescript', solution)
  if ('problem' in stripped) return { whole: solution, mutants: [] }
  const { code } = stripped
  const mutants = [
    ...mutateJavaScript(code),
    ...withKeptState(code),
    ...[in32Bits(code)].filter((one) => one !== null),
  ]
  return {
    whole: withBudget(code),
    mutants: mutants.map((mutant) => ({ ...mutant, bounded: withBudget(mutant.code) })),
  }
}

async function smallVerdict({ exercise, runner }: Given, language: Language, code: string) {
  const tests = exercise.tests.filter(({ large }) => !large)
  const { refused, outcomes, stopped } = await runner.run(jobOf(exercise, tests, language, code), LIMIT_MS)
  if (refused) return 'refused'
  if (stopped || outcomes.length < tests.length) return 'failed'
  const { facts } = exercise
  const passed = tests.every((test, at) => {
    const outcome = outcomes[at]
    if (outcome === undefined) return false
    return judgeOutcome({ rules: facts, test, outcome, timeLimitMs: LIMIT_MS, language }).status === 'passed'
  })
  return passed ? 'passed' : 'failed'
}

async function failsLarge({ exercise, runner }: Given, language: Language, code: string): Promise<boolean> {
  const tests = exercise.tests.filter(({ large }) => large)
  const { verdicts } = await runAndJudge({ exercise: { ...exercise, tests }, language, code, runner })
  return verdicts.some((verdict) => verdict?.status !== 'passed')
}
