import { ProblemError } from '../../shared/errors.ts'

export function interviewNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'interview.not_found',
    title: 'No such interview',
    detail: 'You have no interview by this id; see GET /v1/interviews.',
  })
}

export function noExercises(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'interview.no_exercises',
    title: 'Nothing to be asked',
    detail: 'This installation has no exercises; load them with the catalogue and try again.',
  })
}

export function alreadyPredicted(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'interview.predicted',
    title: 'Predicted already',
    detail: 'A prediction is evidence and stays as it was made.',
  })
}

export function alreadyEnded(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'interview.ended',
    title: 'The interview is over',
    detail: 'What was hidden is shown, so nothing can be predicted now. Start another one.',
  })
}
