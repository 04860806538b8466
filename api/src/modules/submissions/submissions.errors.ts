import { ProblemError } from '../../shared/errors.ts'

export function submissionNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'submission.not_found',
    title: 'No such submission',
    detail: 'You have no submission by this id; see GET /v1/problems/{slug}/submissions.',
  })
}
