import { z } from 'zod'
import type { Json } from '../judge/judge.types.ts'
import { parseType } from '../judge/value-types.ts'

const NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/
const name = z.string().regex(NAME, 'must be a name as TypeScript has them')
const type = z.string().refine((text) => parseType(text) !== null, {
  error:
    'is no type; there are int, float, bool, string, void, ListNode, TreeNode, GraphNode, and T[] and T[][]',
})
const params = z.array(z.strictObject({ name, type }))
const json: z.ZodType<Json> = z.json()

const call = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('function'), name, params, returns: type }),
  z.strictObject({
    kind: z.literal('class'),
    name,
    constructor: params,
    methods: z.array(z.strictObject({ name, params, returns: type })).min(1),
  }),
])

const compareRule = z.union([
  z.enum(['exact', 'unordered', 'unordered-deep', 'float', 'one-of', 'clone']),
  z.strictObject({ node_of: z.number().int().min(0) }),
])

const plainText = (most: number) => z.string().trim().min(1).max(most)

/** `exercise.json`. */
export const exerciseFacts = z
  .strictObject({
    pattern: z.string().min(1),
    complexity: z.strictObject({ time: plainText(80), space: plainText(80) }),
    call,
    result: z.strictObject({ argument: z.number().int().min(0) }).optional(),
    compare: compareRule.default('exact'),
    time_limit_ms: z.number().int().min(100).max(10_000).optional(),
    constraints: z.array(plainText(300)).min(1).max(8),
    hints: z.array(plainText(400)).length(3, 'must be exactly three'),
    no_slow: plainText(300).optional(),
    /** Mutants that no test can kill, as `prove` names them, and why. */
    survivors: z.array(z.strictObject({ mutant: plainText(300), reason: plainText(300) })).optional(),
  })
  .refine(
    ({ call, result }) => call.kind === 'class' || (result?.argument ?? 0) < call.params.length || !result,
    {
      path: ['result', 'argument'],
      error: 'names an argument the call has not',
    },
  )

const common = {
  name: plainText(120),
  visible: z.boolean().optional(),
  large: z.boolean().optional(),
  note: plainText(300).optional(),
  expected: json,
}
const step = z.union([z.array(json).min(1), z.strictObject({ each: z.string(), over: json })])

export const exerciseTest = z.union([
  z.strictObject({ ...common, args: z.array(json) }),
  z.strictObject({ ...common, steps: z.array(step).min(1) }),
])

/** `tests.json`. */
export const exerciseTests = z.array(exerciseTest).min(9, 'must be at least 9 tests')

export type ExerciseFacts = z.output<typeof exerciseFacts>
export type ExerciseTest = z.output<typeof exerciseTest>
