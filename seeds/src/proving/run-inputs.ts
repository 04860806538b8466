import { jobOf } from '../checking/check-exercise.ts'
import type { SolutionRunner } from '../checking/solution-runner.ts'
import type { Exercise } from '../exercises/read-exercises.ts'
import { compare } from '../judge/compare.ts'
import type { Json, Language, Outcome, TestInput } from '../judge/judge.types.ts'

/** So many inputs share a run of a program, and what it may have left in its variables. */
const BATCH = 250
/** Wall time of a test; programs of a mutant end by their budget of steps, long before. */
const LIMIT_MS = 20_000

type Right = Extract<Outcome, { ok: true }>
export type Program = { language: Language; code: string }
export type Ran = { outcomes: Outcome[] } | { problem: string }

/** Runs a program on inputs without knowing what is right. */
export async function runInputs(
  exercise: Exercise,
  inputs: TestInput[],
  { language, code }: Program,
  runner: SolutionRunner,
): Promise<Ran> {
  const tests = inputs.map((input, at) => ({ ...input, name: `input ${at}`, expected: null }))
  const run = await runner.run(jobOf(exercise, tests, language, code), LIMIT_MS)
  if (run.refused) return { problem: run.refused.message }
  if (run.stopped) return { problem: `was stopped: ${run.stopped}` }
  return { outcomes: run.outcomes }
}

export function batchesOf<Value>(values: Value[]): Value[][] {
  const batches: Value[][] = []
  for (let at = 0; at < values.length; at += BATCH) batches.push(values.slice(at, at + BATCH))
  return batches
}

type Judging = { exercise: Exercise; free: ReadonlySet<string> }

/** True if a result agrees with that of a right program. */
export function agrees(
  { exercise, free }: Judging,
  input: TestInput,
  right: Right,
  other: Outcome | undefined,
) {
  if (!other?.ok) return false
  const { call, compare: rule } = exercise.facts
  const value: Json = JSON.parse(right.value)
  const steps = 'steps' in input ? { call, steps: input.steps, language: 'typescript' as const } : null
  const expected = rule === 'one-of' ? [value] : steps === null ? value : withFree(steps.steps, value, free)
  return compare({ rule, expected, outcome: other, steps }).right
}

/** Results of the methods whose results are free become `{ "$any": true }`. */
function withFree(
  steps: Extract<TestInput, { steps: unknown }>['steps'],
  value: Json,
  free: ReadonlySet<string>,
): Json {
  if (!Array.isArray(value)) return value
  return value.map((one, at) => {
    const step = steps[at]
    const name = Array.isArray(step) ? step[0] : step?.each
    return typeof name === 'string' && free.has(name) ? { $any: true } : one
  })
}

/** The first input at which a program does not do what the right one does; null where there is none. */
export async function firstDifference(
  judging: Judging,
  { inputs, right }: { inputs: TestInput[]; right: Right[] },
  program: Program,
  runner: SolutionRunner,
): Promise<{ input: TestInput; got: string; expected: string } | null> {
  const rights = batchesOf(right)
  for (const [place, batch] of batchesOf(inputs).entries()) {
    const ran = await runInputs(judging.exercise, batch, program, runner)
    for (const [at, input] of batch.entries()) {
      const expected = rights[place]?.[at]
      if (expected === undefined) break
      const outcome = 'outcomes' in ran ? ran.outcomes[at] : undefined
      if (agrees(judging, input, expected, outcome)) continue
      const got = outcome?.ok
        ? outcome.value
        : (outcome?.problem.message ?? ('problem' in ran ? ran.problem : ''))
      return { input, got, expected: expected.value }
    }
  }
  return null
}
