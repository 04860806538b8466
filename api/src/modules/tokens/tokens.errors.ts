import { invalidRequest, ProblemError } from '../../shared/errors.ts'
import { TOKENS_MAX } from './tokens.schemas.ts'

export function tokenNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'token.not_found',
    title: 'No such token',
    detail: 'You have no token with this id. It may have been revoked already.',
  })
}

export function tooManyTokens(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'token.too_many',
    title: 'Too many tokens',
    detail: `You have ${TOKENS_MAX} tokens, which is the most. Revoke one that you no longer use.`,
  })
}

export function expiryInThePast(): ProblemError {
  return invalidRequest([{ field: 'expires_at', message: 'Choose a moment that is still to come.' }])
}
