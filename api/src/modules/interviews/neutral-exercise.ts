import { INTERVIEW_FUNCTION, snakeCase } from '@codify/seeds/judge'
import type { Exercise } from '../exercises/exercises.schemas.ts'
import type { InterviewExercise } from './interviews.schemas.ts'

/**
 * An exercise without what names it: no slug, and a function that is called the same in every interview. What is to be
 * designed as a class keeps its names, which say no more than the statement does.
 */
export function toNeutralExercise({
  slug: _slug,
  digest: _digest,
  ...exercise
}: Exercise): InterviewExercise {
  const { call, starters } = exercise
  if (call.kind === 'class') return exercise
  const rename = (code: string, name: string) =>
    code.replace(new RegExp(`\\b${name}\\b`, 'g'), INTERVIEW_FUNCTION)
  return {
    ...exercise,
    call: { ...call, name: INTERVIEW_FUNCTION },
    starters: {
      typescript: rename(starters.typescript, call.name),
      javascript: rename(starters.javascript, call.name),
      python: rename(starters.python, snakeCase(call.name)),
    },
  }
}
