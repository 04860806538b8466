import { ProblemError } from '../../shared/errors.ts'

export function exerciseNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'exercise.not_found',
    title: 'No exercise for this problem',
    detail: 'Problems with has_exercise: true can be practised here; others by their link.',
  })
}
