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

export function commentRepeated(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'comment.duplicate',
    title: 'You have said this already',
    detail:
      'The same text stands here, or at several problems, from you. Say something new, or edit that comment.',
  })
}

export function tooManyComments(retryAfter: number): ProblemError {
  return new ProblemError({
    status: 429,
    code: 'comment.too_many',
    title: 'Too many comments',
    detail: `Nothing was posted. Try again in ${retryAfter} seconds.`,
    headers: { 'retry-after': String(retryAfter) },
  })
}
