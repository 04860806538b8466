import type { Exercise } from '@codify/api/contract'
import type { Json } from '@codify/seeds/judge'

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
  try {
    const value: Json = JSON.parse(text)
    return { value }
  } catch {
    return { error: `Write ${name} (${type}) as JSON, such as ${exampleOf(type)}.` }
  }
}

function exampleOf(type: string): string {
  const depth = type.split('[]').length - 1
  const base = type.replaceAll('[]', '')
  const one = { string: '"abc"', bool: 'true', int: '3', float: '2.5' }[base] ?? '[1, 2, 3]'
  return '['.repeat(depth) + one + ']'.repeat(depth)
}
