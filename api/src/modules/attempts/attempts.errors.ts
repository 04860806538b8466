import { ProblemError } from '../../shared/errors.ts'

export function attemptNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'attempt.not_found',
    title: 'No such attempt',
    detail: 'You have no attempt by this id; see GET /v1/attempts.',
  })
}

export function attemptAlreadySet(fields: string[]): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'attempt.already_set',
    title: 'The attempt says this already',
    detail: 'What an attempt says is never rewritten. Take it back and record it again.',
    errors: fields.map((field) => ({ field, message: 'Is set already, to another value.' })),
  })
}

export function attemptTooOld(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'attempt.too_old',
    title: 'Too late to take it back',
    detail:
      'An attempt can be taken back for a day after it was recorded. Record a new one instead: it counts from then on.',
  })
}

export function pasteNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'paste.not_found',
    title: 'No such paste',
    detail: 'You have no pasted history by this id; see GET /v1/me/history.',
  })
}

export function pasteTooOld(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'paste.too_old',
    title: 'Too late to take it back',
    detail:
      'A pasted history can be taken back for a day. Record a new attempt instead: it counts from then on.',
  })
}
