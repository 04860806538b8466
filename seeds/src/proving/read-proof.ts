import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { z } from 'zod'
import { type Exercise, ExerciseError, exercisesFolder } from '../exercises/read-exercises.ts'
import type { Json, TestInput } from '../judge/judge.types.ts'

const json: z.ZodType<Json> = z.json()
const arbitrary = z.instanceof(fc.Arbitrary)
/** Exports of `generate.ts`: `args` of a function or `steps` of a class, with their options. */
const generatorModule = z.object({
  args: arbitrary.optional(),
  steps: arbitrary.optional(),
  /** Inputs that `brute.ts` can manage. */
  small: arbitrary.optional(),
  /** Methods whose results may differ from program to program. */
  free: z.array(z.string()).default([]),
})
const argsOf = z.array(json)
const stepsOf = z.array(z.union([z.array(json).min(1), z.strictObject({ each: z.string(), over: json })]))

type Draw = (count: number, seed: number) => TestInput[]
export type Generator = { inputs: Draw; small: Draw; free: ReadonlySet<string> }

/** The generator of an exercise; null where there is none. Throws where it is not as it must be. */
export async function readGenerator({ slug, facts: { call } }: Exercise): Promise<Generator | null> {
  const file = path.join(exercisesFolder, slug, 'generate.ts')
  const exists = await fs.stat(file).then(
    () => true,
    () => false,
  )
  if (!exists) return null
  const parsed = generatorModule.safeParse(await import(pathToFileURL(file).href))
  const kind = call.kind === 'function' ? 'args' : 'steps'
  const inputs = parsed.data?.[kind]
  if (!parsed.success || inputs === undefined)
    throw new ExerciseError(`${slug}/generate.ts must export the fast-check arbitrary "${kind}".`)
  const { small = inputs, free } = parsed.data
  const draw =
    (from: typeof inputs): Draw =>
    (count, seed) =>
      fc
        .sample(from, { numRuns: count, seed })
        .map((value) => (kind === 'args' ? { args: argsOf.parse(value) } : { steps: stepsOf.parse(value) }))
  return { inputs: draw(inputs), small: draw(small), free: new Set(free) }
}

/** A slow and obvious program that gives the right answers; null where there is none. */
export function readBrute(slug: string): Promise<string | null> {
  return fs.readFile(path.join(exercisesFolder, slug, 'brute.ts'), 'utf8').catch(() => null)
}
