import { ProblemError } from '../../shared/errors.ts'

export function patternNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'pattern.not_found',
    title: 'No such pattern',
    detail: 'It may have been renamed. GET /v1/patterns lists all, GET /v1/search finds them by their words.',
  })
}

export function topicNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'topic.not_found',
    title: 'No such topic',
    detail: 'GET /v1/topics lists all.',
  })
}
