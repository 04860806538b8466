import type { Exercise } from '../exercises/read-exercises.ts'
import { markOf } from '../judge/canonical.ts'
import { decode } from '../judge/decode.ts'
import { expandInput } from '../judge/expand-input.ts'
import type { Json, Parameter } from '../judge/judge.types.ts'
import { typeOf } from '../judge/value-types.ts'
import { checkConstraints } from './check-constraints.ts'
import type { Solutions } from './read-solutions.ts'

const STATEMENT_WORDS = [50, 220] as const
const EXPLANATION_WORDS = [100, 340] as const
const MOST_CHARACTERS = 200_000

/** Everything that can be said about an exercise without running it. */
export function checkTexts(
  exercise: Exercise,
  solutions: Solutions,
  patterns: ReadonlySet<string>,
): string[] {
  const { facts, tests, statement, explanation } = exercise
  const faults = [
    ...words('statement.md', statement, STATEMENT_WORDS),
    ...words('explanation.md', explanation, EXPLANATION_WORDS),
  ]
  if (!patterns.has(facts.pattern)) faults.push(`exercise.json: there is no pattern "${facts.pattern}".`)
  const visible = tests.filter((test) => test.visible)
  if (visible.length < 2 || visible.length > 3) {
    faults.push(`tests.json: ${visible.length} tests are visible; 2 or 3 must be.`)
  }
  if (!tests.some((test) => test.large)) faults.push('tests.json: no test is "large".')
  if (new Set(tests.map(({ name }) => name)).size < tests.length) {
    faults.push('tests.json: two tests have the same name.')
  }
  if (JSON.stringify(tests).length > MOST_CHARACTERS) {
    faults.push('tests.json is over 200,000 characters: use generators and { "$fill": true }.')
  }
  for (const test of visible) {
    if (test.note === undefined) faults.push(`tests.json, "${test.name}": a visible test needs a note.`)
    if (test.large) faults.push(`tests.json, "${test.name}": a visible test cannot be large.`)
  }
  const broken = tests.flatMap((test) => checkTest(exercise, test))
  faults.push(...(broken.length > 0 ? broken : checkConstraints(exercise)))
  if (solutions.wrong.length < 2) faults.push('wrong/: at least two wrong solutions are needed.')
  for (const { name, language, code } of solutions.wrong) {
    const comment = language === 'python' ? '#' : '//'
    if (!code.startsWith(`${comment} Mistake: `))
      faults.push(`wrong/${name} must begin with "${comment} Mistake: …".`)
  }
  if ((solutions.slow.typescript === null) === (facts.no_slow === undefined)) {
    faults.push('There must be either slow.ts or "no_slow" in exercise.json.')
  }
  return faults
}

function words(file: string, text: string, [least, most]: readonly [number, number]): string[] {
  const count = text.split(/\s+/).filter(Boolean).length
  return count >= least && count <= most
    ? []
    : [`${file} has ${count} words; ${least} to ${most} are wanted.`]
}

function checkTest({ facts: { call, compare } }: Exercise, test: Exercise['tests'][number]): string[] {
  const fault = (text: string) => [`tests.json, "${test.name}": ${text}`]
  if (markOf(test.expected)?.mark === '$fill') {
    return fault('"expected" is still to be filled: npm run exercise -- fill <slug>.')
  }
  if (compare === 'one-of' && !Array.isArray(test.expected)) {
    return fault('with "one-of", "expected" is the array of accepted results.')
  }
  return checkInput(call, test)
}

/** Returns why the call does not take the input of a test; empty if it does. */
export function checkInput(call: Exercise['facts']['call'], test: Exercise['tests'][number]): string[] {
  const fault = (text: string) => [`tests.json, "${test.name}": ${text}`]
  try {
    const input = expandInput('args' in test ? { args: test.args } : { steps: test.steps })
    if ('args' in input) {
      if (call.kind !== 'function') return fault('a class is tested by steps.')
      checkArgs(call.params, input.args)
      return []
    }
    if (call.kind !== 'class') return fault('a function is tested by args.')
    checkSteps(call, input.steps, test.expected)
    return []
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error))
  }
}

function checkArgs(params: Parameter[], args: Json[]): void {
  if (args.length !== params.length)
    throw new Error(`${args.length} arguments for ${params.length} parameters.`)
  for (const [at, param] of params.entries()) {
    const value = args[at] ?? null
    const mark = markOf(value)
    if (mark === null) decode(typeOf(param.type), value)
    else if (mark.mark !== '$node' && mark.mark !== '$result') throw new Error(`${mark.mark} is no argument.`)
  }
}

type ClassCall = Extract<Exercise['facts']['call'], { kind: 'class' }>
type Steps = Extract<ReturnType<typeof expandInput>, { steps: unknown }>['steps']

function checkSteps(call: ClassCall, steps: Steps, expected: Json): void {
  if (Array.isArray(expected) && expected.length !== steps.length) {
    throw new Error(`${expected.length} expected entries for ${steps.length} steps.`)
  }
  for (const [at, step] of steps.entries()) {
    const name = Array.isArray(step) ? step[0] : step.each
    const want = Array.isArray(expected) ? expected[at] : undefined
    if (at === 0 && name !== call.name) throw new Error(`the first step must be ["${call.name}", …].`)
    if (name === call.name) {
      checkArgs(call.constructor, Array.isArray(step) ? step.slice(1) : [])
      continue
    }
    const method = call.methods.find((one) => one.name === name)
    if (method === undefined) throw new Error(`step ${at} names no method: ${JSON.stringify(name)}.`)
    if (!Array.isArray(step)) {
      if (!Array.isArray(step.over)) throw new Error(`step ${at}: "over" must be an array.`)
      if (method.params.length !== 1) throw new Error(`step ${at}: "each" needs a method of one parameter.`)
      for (const value of step.over) decode(typeOf(method.params[0]?.type ?? ''), value)
      continue
    }
    checkArgs(method.params, step.slice(1))
    if (want === null && method.returns !== 'void') {
      throw new Error(
        `step ${at} expects null of ${method.name}; where any result will do, write { "$any": true }.`,
      )
    }
  }
}
