import type { JsonText } from '../../shared/json-text.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { exerciseNotFound } from './exercises.errors.ts'
import type { ExercisesRepository } from './exercises.repository.ts'
import { type Exercise, type ExerciseExplanation, type ExerciseHint, HINTS } from './exercises.schemas.ts'

type Deps = { exercises: ExercisesRepository; problems: ProblemsRepository }
type Asked = Deps & { slugOrId: string }

/** The exercise, or nothing more than its digest when that is the one the caller has. */
export async function getExercise({
  known,
  exercises,
  ...asked
}: Asked & { known: string | undefined }): Promise<{ digest: string; text: JsonText<Exercise> | null }> {
  const problem = await findProblem({ exercises, ...asked })
  if (known !== undefined) {
    const digest = await exercises.findDigest({ problemId: problem.id })
    if (digest !== undefined && known === etagOf(digest)) return { digest, text: null }
  }
  const found = await exercises.findText({ problemId: problem.id })
  if (found === undefined) throw exerciseNotFound()
  return found
}

export function etagOf(digest: string): string {
  return `"${digest}"`
}

export async function getHint({ number, ...asked }: Asked & { number: number }): Promise<ExerciseHint> {
  const { id } = await findProblem(asked)
  const text = await asked.exercises.findHint({ problemId: id, number })
  if (text === undefined) throw exerciseNotFound()
  return { number, of: HINTS, text }
}

export async function getExplanation(asked: Asked): Promise<JsonText<ExerciseExplanation>> {
  const { id } = await findProblem(asked)
  const text = await asked.exercises.findExplanation({ problemId: id })
  if (text === undefined) throw exerciseNotFound()
  return text
}

/** Exercises are the catalogue's: a learner's own problems have none. */
async function findProblem({ slugOrId, problems }: Asked): Promise<{ id: string }> {
  const problem = await problems.findId({ slugOrId })
  if (problem === undefined) throw problemNotFound()
  return problem
}
