import fs from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { type ExerciseFacts, type ExerciseTest, exerciseFacts, exerciseTests } from './exercise.schemas.ts'

export const exercisesFolder = path.resolve(import.meta.dirname, '..', '..', 'exercises')

/** Published part of an exercise. Solutions are files beside it, which only its check reads. */
export type Exercise = {
  slug: string
  statement: string
  explanation: string
  facts: ExerciseFacts
  tests: ExerciseTest[]
}

/** A file of an exercise is not as it must be; the message names the file and the field. */
export class ExerciseError extends Error {}

/** Every exercise there is a folder of, in order of their slugs. */
export async function readExercises(folder = exercisesFolder): Promise<Exercise[]> {
  const slugs = await exerciseSlugs(folder)
  return Promise.all(slugs.map((slug) => readExercise(slug, folder)))
}

export async function exerciseSlugs(folder = exercisesFolder): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

export async function readExercise(slug: string, folder = exercisesFolder): Promise<Exercise> {
  const at = (name: string) => path.join(folder, slug, name)
  const [statement, explanation, facts, tests] = await Promise.all([
    readText(at('statement.md')),
    readText(at('explanation.md')),
    readExerciseFacts(slug, folder),
    readJson(at('tests.json'), exerciseTests),
  ])
  return { slug, statement, explanation, facts, tests }
}

/** `exercise.json` alone: the call, the constraints, the hints. */
export function readExerciseFacts(slug: string, folder = exercisesFolder): Promise<ExerciseFacts> {
  return readJson(path.join(folder, slug, 'exercise.json'), exerciseFacts)
}

async function readText(file: string): Promise<string> {
  const text = await fs.readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new ExerciseError(`${shortName(file)} is missing.`)
  if (text.trim() === '') throw new ExerciseError(`${shortName(file)} is empty.`)
  return text.trim()
}

async function readJson<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson(file, await readText(file)))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(
    (issue) => `${shortName(file)} at ${issue.path.join('.') || 'its top'}: ${detailOf(issue)}`,
  )
  throw new ExerciseError(lines.join('\n'))
}

/** Of several shapes that do not fit, the first's complaints say most. */
function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message
  const inner = issue.errors.flat().slice(0, 3)
  return inner.map((one) => `${one.path.join('.')} ${one.message}`.trim()).join('; ') || issue.message
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ExerciseError(
      `${shortName(file)} is no JSON: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function shortName(file: string): string {
  return path.join(path.basename(path.dirname(file)), path.basename(file))
}
