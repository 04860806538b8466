import { ProblemError } from '../../shared/errors.ts'

export function calendarNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'calendar.not_found',
    title: 'No such calendar',
    detail: 'This calendar address was never made, or has been revoked. Make a new one in the settings.',
  })
}
