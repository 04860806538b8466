import { z } from 'zod'
import { slug } from '../../shared/schemas.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'

const json = z.json()
const params = z.array(z.object({ name: z.string(), type: z.string() }))
const call = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('function'), name: z.string(), params, returns: z.string() }),
  z.object({
    kind: z.literal('class'),
    name: z.string(),
    constructor: params,
    methods: z.array(z.object({ name: z.string(), params, returns: z.string() })),
  }),
])
const compare = z.union([
  z.enum(['exact', 'unordered', 'unordered-deep', 'float', 'one-of', 'clone']),
  z.object({ node_of: z.int() }),
])
const test = {
  name: z.string(),
  visible: z.boolean().meta({ description: 'Shown before a run; the others show only how they went.' }),
  large: z.boolean(),
  growth: z.int().optional().meta({
    description: 'The power of its size that the time of a solution may grow by; without it, not judged.',
  }),
  note: z.string().optional(),
  expected: json,
}
const step = z.union([z.array(json), z.object({ each: z.string(), over: json })])

export const exerciseTestSchema = z.union([
  z.object({ ...test, args: z.array(json) }),
  z.object({ ...test, steps: z.array(step) }),
])
export type ExerciseTest = z.infer<typeof exerciseTestSchema>

/** An exercise as a page shows it and a browser runs it; hints and explanation are asked for one by one. */
export const exerciseSchema = z
  .object({
    slug,
    digest: z.string().meta({ description: 'Another one when anything of the exercise changes.' }),
    statement: z.string().meta({ description: 'Markdown.' }),
    examples: z.array(z.object({ input: z.string(), output: z.string(), note: z.string().nullable() })),
    constraints: z.array(z.string()),
    call,
    compare,
    result: z.object({ argument: z.int() }).nullable(),
    time_limit_ms: z.int().nullable(),
    growth: z.int().nullable().meta({
      description:
        'The power of the size of its input that the time of a solution may grow by; null: not judged.',
    }),
    starters: z.object({ typescript: z.string(), javascript: z.string(), python: z.string() }),
    tests: z.array(exerciseTestSchema),
  })
  .meta({ ref: 'Exercise' })
export type Exercise = z.infer<typeof exerciseSchema>

export const hintSchema = z
  .object({ number: z.int(), of: z.int(), text: z.string() })
  .meta({ ref: 'ExerciseHint' })
export type ExerciseHint = z.infer<typeof hintSchema>

export const explanationSchema = z
  .object({
    text: z.string().meta({ description: 'Markdown.' }),
    complexity: z.object({ time: z.string(), space: z.string() }),
    pattern: slug,
  })
  .meta({ ref: 'ExerciseExplanation' })
export type ExerciseExplanation = z.infer<typeof explanationSchema>

export const HINTS = 3
export const hintParamSchema = problemParamSchema.extend({
  number: z.coerce.number().pipe(z.int().min(1).max(HINTS)),
})
