import { ProblemError } from '../../shared/errors.ts'
import { OWN_PROBLEMS_MAX } from './own-problems.schemas.ts'

export function ownProblemNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'own_problem.not_found',
    title: 'No such problem of yours',
    detail: 'You have added no problem with this id; see GET /v1/own-problems.',
  })
}

export function ownProblemExists(): ProblemError {
  const detail = 'You have added this link already.'
  return new ProblemError({
    status: 409,
    code: 'own_problem.exists',
    title: 'Added already',
    detail,
    errors: [{ field: 'url', message: detail }],
  })
}

export function tooManyOwnProblems(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'own_problem.limit',
    title: 'Enough problems of your own',
    detail: `At most ${OWN_PROBLEMS_MAX}. Delete one that you no longer need.`,
  })
}
