import { ProblemError } from '../../shared/errors.ts'

const challenge = { 'www-authenticate': 'Bearer' }

/** One answer for every wrong token: which check failed goes to the log only. */
export function invalidToken(cause?: unknown): ProblemError {
  return new ProblemError({
    status: 401,
    code: 'auth.invalid_token',
    title: 'The token is not valid',
    detail:
      'It is malformed, expired, revoked, or not signed for this API. Sign in again, or make a new token.',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    cause,
  })
}

export function sessionEnded(): ProblemError {
  return new ProblemError({
    status: 401,
    code: 'auth.session_ended',
    title: 'The session has ended',
    detail: 'It was signed out. Sign in again.',
    headers: challenge,
  })
}
