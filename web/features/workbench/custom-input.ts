import type { Exercise } from '@codify/api/contract'
import { decode, type Json, typeOf } from '@codify/seeds/judge'

type Parameter = { name: string; type: string }

/** What a learner may call their function with; null for classes, whose tests are steps. */
export function parametersOf({ call }: Pick<Exercise, 'call'>): Parameter[] | null {
  return call.kind === 'function' ? call.params : null
}

/** The first example's arguments as one would write them. */
export function firstInput({ call, tests }: Pick<Exercise, 'call' | 'tests'>): string[] {
  const parameters = parametersOf({ call }) ?? []
  const test = tests.find(({ visible }) => visible)
  const args = test && 'args' in test ? test.args : []
  return parameters.map((_, at) => JSON.stringify(args[at] ?? null))
}

export function parseInput(
  parameters: readonly Parameter[],
  texts: readonly string[],
): { input: Json[] } | { errors: (string | undefined)[] } {
  const parsed = parameters.map((parameter, at) => parseOne(parameter, texts[at] ?? ''))
  const errors = parsed.map((one) => ('error' in one ? one.error : undefined))
  if (errors.some((error) => error !== undefined)) return { errors }
  return { input: parsed.flatMap((one) => ('value' in one ? [one.value] : [])) }
}

function parseOne({ name, type }: Parameter, text: string): { value: Json } | { error: string } {
  const example = `Write ${name} (${type}) as JSON, such as ${exampleOf(type)}.`
  try {
    const value: Json = JSON.parse(text)
    const number = numberThatChanges(text, typeOf(type).base === 'float')
    if (number !== null) return { error: number }
    if (isMark(value)) return { value }
    return fits(type, value) ? { value } : { error: `That is no ${type}. ${example}` }
  } catch {
    return { error: example }
  }
}

/** A node of another argument, `{ "$node": [0, 5] }`, is looked up when the code runs. */
function isMark(value: Json): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && '$node' in value
}

function fits(type: string, value: Json): boolean {
  try {
    decode(typeOf(type), value)
    return true
  } catch {
    return false
  }
}

const STRINGS = /"(?:[^"\\]|\\.)*"/g
const NUMBERS = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Why a number of the text would not arrive as it is written; null when all of them do. */
function numberThatChanges(text: string, isFloat: boolean): string | null {
  for (const written of text.replace(STRINGS, '').match(NUMBERS) ?? []) {
    const shown = written.length > 30 ? `${written.slice(0, 30)}…` : written
    const number = Number(written)
    if (!Number.isFinite(number))
      return `${shown} is too large: numbers go up to about 1.8e308. Use a smaller one.`
    if (number === 0 && /[1-9]/.test(written.replace(/[eE].*/, '')))
      return `${shown} is too small to be told from 0. Use a larger one.`
    const isWhole = !isFloat || /^-?\d+$/.test(written)
    if (isWhole && Math.abs(number) > Number.MAX_SAFE_INTEGER)
      return `${shown} is beyond 2^53 − 1 (9007199254740991), up to which whole numbers are exact. Use a smaller one.`
  }
  return null
}

function exampleOf(type: string): string {
  const depth = type.split('[]').length - 1
  const base = type.replaceAll('[]', '')
  const one = { string: '"abc"', bool: 'true', int: '3', float: '2.5' }[base] ?? '[1, 2, 3]'
  return '['.repeat(depth) + one + ']'.repeat(depth)
}
