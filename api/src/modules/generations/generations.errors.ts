import { ProblemError } from '../../shared/errors.ts'

export function generationNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'generation.not_found',
    title: 'No such generation',
    detail: 'You started none by this id.',
  })
}
