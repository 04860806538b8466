import { ProblemError } from '../../shared/errors.ts'

export function commentNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'comment.not_found',
    title: 'No such comment',
    detail: 'There is no comment with this id; it may have been deleted.',
  })
}

export function commentNotYours(): ProblemError {
  return new ProblemError({
    status: 403,
    code: 'comment.not_yours',
    title: 'Not your comment',
    detail: 'Only its author can change or delete a comment.',
  })
}
