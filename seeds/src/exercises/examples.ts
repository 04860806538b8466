import type { Call, Json } from '../judge/judge.types.ts'
import type { ExerciseTest } from './exercise.schemas.ts'

export type Example = { input: string; output: string; note: string | null }

/** The visible tests as one reads them on a page: `nums = [3, 20], target = 11`, or a line a step of a class. */
export function examplesOf(call: Call, tests: ExerciseTest[]): Example[] {
  return tests.filter(({ visible }) => visible).map((test) => exampleOf(call, test))
}

function exampleOf(call: Call, test: ExerciseTest): Example {
  const note = test.note ?? null
  if ('args' in test) {
    const params = call.kind === 'function' ? call.params : []
    const input = test.args.map((value, at) => `${params[at]?.name ?? at} = ${show(value)}`).join(', ')
    return { input, output: show(test.expected), note }
  }
  const lines = test.steps.map((step) => {
    if (!Array.isArray(step)) return `${step.each}(…) for each of ${show(step.over)}`
    const [name, ...args] = step
    const made = name === call.name ? 'new ' : ''
    return `${made}${typeof name === 'string' ? name : show(name ?? null)}(${args.map(show).join(', ')})`
  })
  const expected = Array.isArray(test.expected) ? test.expected : []
  return { input: lines.join('\n'), output: expected.map(show).join('\n'), note }
}

/** JSON with room to breathe; what is generated or marked is said in words. */
function show(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const [key = '', given = null] = Object.entries(value)[0] ?? []
  if (key === '$node' && Array.isArray(given)) return `the node ${show(given[1] ?? null)}`
  if (key === '$result') return `the result of step ${Number(given) + 1}`
  if (key === '$any') return 'any'
  if (key.startsWith('$')) return '…'
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name}: ${show(one)}`)
    .join(', ')} }`
}
