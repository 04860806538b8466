import { ProblemError } from '../../shared/errors.ts'

export function breakNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'break.not_found',
    title: 'No such break',
    detail: 'You have no break by this id; see GET /v1/breaks.',
  })
}

export function tooManyBreaks(most: number): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'break.too_many',
    title: 'Too many breaks',
    detail: `At most ${most} breaks. Delete one that you do not need.`,
  })
}
