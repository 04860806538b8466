import { canonical, markOf } from './canonical.ts'
import { digest } from './digest.ts'
import { firstDifference } from './first-difference.ts'
import type { Call, CompareRule, Json, Language, Outcome, Step } from './judge.types.ts'
import { nameStep } from './name-step.ts'

const TOLERANCE = 1e-5

type Steps = { call: Call; steps: Step[]; language: Language }
type Given = {
  rule: CompareRule
  expected: Json
  outcome: Extract<Outcome, { ok: true }>
  /** Of a class test: its results are compared one by one. */
  steps: Steps | null
}

/** Compares a result with the expected one; `message` says why it is wrong where the values alone do not show it. */
export function compare({ rule, expected, outcome, steps }: Given): { right: boolean; message?: string } {
  const got = parse(outcome.value)
  if (typeof rule === 'object' || rule === 'clone') return compareNodes({ rule, expected, got, outcome })
  if (steps !== null && Array.isArray(expected) && Array.isArray(got)) {
    const at = expected.findIndex((one, place) => !matches(rule, one, got[place] ?? null))
    if (at === -1 && expected.length === got.length) return { right: true }
    return { right: false, message: stepMessage(steps, { at, expected, got, rule }) }
  }
  if (matches(rule, expected, got)) return { right: true }
  const message = firstDifference({ rule, expected, got })
  return { right: false, ...(message !== null && { message }) }
}

type Differing = { at: number; expected: Json[]; got: Json[]; rule: CompareRule }

/** Step 4: get(2) gave 1, expected -1. */
function stepMessage({ call, steps, language }: Steps, { at, expected, got, rule }: Differing): string {
  const named = `Step ${at + 1}: ${nameStep({ call, step: steps[at], language })}`
  const [want, came] = [expected[at] ?? null, got[at] ?? null]
  const detail = firstDifference({ rule, expected: want, got: came })
  if (detail !== null) return `${named}: ${detail}`
  if (markOf(want) !== null) return `${named} gave something else than expected.`
  return `${named} gave ${JSON.stringify(came)}, expected ${JSON.stringify(want)}.`
}

function compareNodes({ rule, expected, got, outcome }: Omit<Given, 'steps'> & { got: Json }) {
  if (!matches('exact', expected, got)) return { right: false }
  if (rule === 'clone' && outcome.fromInput) {
    return { right: false, message: 'The values are right, but your copy shares a node with the original.' }
  }
  if (rule !== 'clone' && got !== null && !outcome.fromInput) {
    return { right: false, message: 'The value is right, but it must be the very node of the input.' }
  }
  return { right: true }
}

function matches(rule: CompareRule, expected: Json, got: Json): boolean {
  const marked = markOf(expected)
  if (marked?.mark === '$any') return true
  if (marked?.mark === '$digest') return digest(canonical(rule, got)) === marked.value
  if (rule === 'one-of') return Array.isArray(expected) && expected.some((one) => matches('exact', one, got))
  if (rule === 'float') return near(expected, got)
  return canonical(rule, expected) === canonical(rule, got)
}

function near(expected: Json, got: Json): boolean {
  if (Array.isArray(expected) && Array.isArray(got)) {
    return expected.length === got.length && expected.every((one, at) => near(one, got[at] ?? null))
  }
  if (typeof expected !== 'number' || typeof got !== 'number')
    return expected === got || bothEmpty(expected, got)
  const difference = Math.abs(expected - got)
  return difference <= TOLERANCE || difference <= TOLERANCE * Math.max(Math.abs(expected), Math.abs(got))
}

function bothEmpty(one: Json, other: Json): boolean {
  return canonical('exact', one) === canonical('exact', other)
}

function parse(text: string): Json {
  return JSON.parse(text)
}
