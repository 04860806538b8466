import { ProblemError } from '../../shared/errors.ts'

export function intakeNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'intake.not_found',
    title: 'No intake yet',
    detail: 'Answer the questionnaire first: PUT /v1/intake.',
  })
}
