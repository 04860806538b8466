import { ProblemError } from '../../shared/errors.ts'

export function problemNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'problem.not_found',
    title: 'No such problem',
    detail: 'The catalogue has no problem with this slug or id; see GET /v1/problems.',
  })
}
