import { compare } from './compare.ts'
import { expandInput } from './expand-input.ts'
import { expand } from './generators.ts'
import { growsTooFast } from './growth.ts'
import type {
  Call,
  ExerciseRules,
  Family,
  Json,
  Language,
  Outcome,
  Problem,
  TestInput,
  Verdict,
} from './judge.types.ts'
import { nameStep } from './name-step.ts'
import { countMembers, describeSize, sizeOf } from './size-of-input.ts'

export type JudgedTest = TestInput & {
  expected: Json
  visible?: boolean | undefined
  large?: boolean | undefined
}

type Given = {
  rules: Pick<ExerciseRules, 'call' | 'compare'>
  test: JudgedTest
  outcome: Outcome
  /** The limit on this machine. */
  timeLimitMs: number
  language: Language
  family?: Family | null | undefined
}

/** The one place that says whether a test is passed, for every language and on every machine. */
export function judgeOutcome({ rules, test, outcome, timeLimitMs, language, family }: Given): Verdict {
  const { call } = rules
  if (!outcome.ok)
    return { status: 'error', ...problemAt({ call, test, problem: outcome.problem, language }) }
  if (outcome.ms > timeLimitMs)
    return { status: 'timeout', message: lasted({ call, test, timeLimitMs, ms: outcome.ms }) }
  const { right, message } = compare({
    rule: rules.compare,
    expected: expand(test.expected),
    outcome,
    steps: 'steps' in test ? { call, steps: test.steps, language } : null,
  })
  if (!right) return { status: 'failed', ...(message !== undefined && { message }) }
  const { ms, smallMs } = outcome
  if (family && smallMs !== undefined && growsTooFast(family, { ms, smallMs }))
    return { status: 'timeout', message: growing({ call, test, family, ms, smallMs }) }
  return { status: 'passed' }
}

type Placed = { call: Call; test: TestInput; problem: Problem; language: Language }

function problemAt({ call, test, problem, language }: Placed): Pick<Verdict, 'message' | 'line'> {
  const { message, line, step } = problem
  const where =
    step === undefined || !('steps' in test)
      ? ''
      : `Step ${step + 1}: ${nameStep({ call, step: test.steps[step], language })}: `
  return { message: where + message, ...(line !== undefined && { line }) }
}

/** Of a program that ended, and too late: no loop of it is endless. */
function lasted({ call, test, timeLimitMs, ms }: Slow & { ms: number }): string {
  return `Too slow at ${describeSize(call, written(test))}: it took ${secondsOf(ms)} s, and ${secondsOf(timeLimitMs)} s are allowed.`
}

/** So few that any search through them would have ended. */
const FEW = 20

type Slow = { call: Call; test: JudgedTest; timeLimitMs: number }

/** Message for a program that was stopped. "Endless" is used only where no finite run could take so long. */
export function tooSlow({ call, test, timeLimitMs }: Slow): string {
  const input = written(test)
  const seconds = secondsOf(timeLimitMs)
  const size = describeSize(call, input)
  if (test.large !== true && (test.visible === true || sizeOf(call, input) <= FEW) && !countsFar(call, input))
    return `Stopped after ${seconds} s: an endless loop. At ${size} anything else would have ended.`
  return `Too slow at ${size}: stopped after ${seconds} s.`
}

/** A loop that counts up to a number may take long for a large one. */
function countsFar(call: Call, input: TestInput): boolean {
  return sizeOf(call, input) > 10_000
}

/** Of a run that did not come to its first test. */
export function neverBegan(timeLimitMs: number): string {
  return `Stopped after ${secondsOf(timeLimitMs)} s, before the first test: what your code does outside of its functions takes too long, or does not end.`
}

export function waitedInVain(timeLimitMs: number): string {
  return `Your function returned a promise that was still waiting after ${secondsOf(timeLimitMs)} s: nothing settles it.`
}

type Growing = { call: Call; test: TestInput; family: Family; ms: number; smallMs: number }

function growing({ call, test, family, ms, smallMs }: Growing): string {
  const input = written(test)
  const size = countMembers(call, input) / countMembers(call, family.small)
  return `Right, but too slow at ${describeSize(call, input)}: ${round(size)} times the input takes ${round(ms / smallMs)} times as long.`
}

function written(test: TestInput): TestInput {
  return expandInput('args' in test ? { args: test.args } : { steps: test.steps })
}

function secondsOf(ms: number): number {
  return Math.round(ms / 100) / 10
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
}

const DEFAULT_LIMIT_MS = 2_000
const PYTHON_FACTOR = 5

/** The limit on the machine that limits were made for. */
export function timeLimitOf(
  { time_limit_ms }: { time_limit_ms?: number | null | undefined },
  language: string,
): number {
  return (time_limit_ms ?? DEFAULT_LIMIT_MS) * (language === 'python' ? PYTHON_FACTOR : 1)
}
