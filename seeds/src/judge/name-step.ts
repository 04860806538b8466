import type { Call, Json, Language, Step } from './judge.types.ts'
import { snakeCase } from './python-names.ts'

const MOST_CHARACTERS = 60

/** A step of a class test as one would write it: `get(2)`. */
export function nameStep({
  call,
  step,
  language,
}: {
  call: Call
  step: Step | undefined
  language: Language
}): string {
  if (step === undefined) return 'a call'
  const written = (name: Json | undefined) => {
    const text = typeof name === 'string' ? name : JSON.stringify(name ?? null)
    return call.kind === 'class' && text !== call.name && language === 'python' ? snakeCase(text) : text
  }
  if (!Array.isArray(step)) return `${written(step.each)}(…) for each of many values`
  const [name, ...args] = step
  return `${written(name)}(${args.map((one) => cut(argument(one))).join(', ')})`
}

function argument(value: Json): string {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    if (typeof value.$result === 'number') return `the result of step ${value.$result + 1}`
    if (Object.keys(value).some((key) => key.startsWith('$'))) return '…'
  }
  return JSON.stringify(value)
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
}
