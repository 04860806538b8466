import { expand } from './generators.ts'
import type { TestInput } from './judge.types.ts'

/** Inputs with every generator written out; once, in TypeScript, for all languages. */
export function expandInput(input: TestInput): TestInput {
  if ('args' in input) return { args: input.args.map(expand) }
  return {
    steps: input.steps.map((step) =>
      Array.isArray(step) ? step.map(expand) : { each: step.each, over: expand(step.over) },
    ),
  }
}
