import type { ProblemDetails } from './schemas.ts'

type Status = 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** An answer that is not a success, made by the factories of `*.errors.ts` and turned into problem details in one place. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly status: Status
  readonly code: string
  readonly title: string
  readonly errors: ProblemDetails['errors']
  readonly current: unknown
  readonly headers: Record<string, string>

  constructor(problem: {
    status: Status
    code: string
    title: string
    detail: string
    errors?: ProblemDetails['errors']
    current?: unknown
    headers?: Record<string, string>
    cause?: unknown
  }) {
    super(problem.detail, { cause: problem.cause })
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title
    this.errors = problem.errors
    this.current = problem.current
    this.headers = problem.headers ?? {}
  }
}

/** A made-up body may be wrong in thousands of places; nobody mends more than so many at once. */
const ERRORS_MAX = 50

export function invalidRequest(all: NonNullable<ProblemDetails['errors']>): ProblemError {
  const errors = all.slice(0, ERRORS_MAX)
  const fields = errors.map(({ field, message }) => `${field}: ${message}`).join('; ')
  return new ProblemError({
    status: 400,
    code: 'request.invalid',
    title: 'The request is not valid',
    detail: fields.slice(0, 500),
    errors,
  })
}

export function malformedBody(): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'request.malformed',
    title: 'The body is not valid JSON',
    detail: 'Send a JSON object with content-type application/json.',
  })
}

export function bodyNotJson(): ProblemError {
  return new ProblemError({
    status: 415,
    code: 'request.not_json',
    title: 'The body is not JSON',
    detail: 'Send it with content-type application/json.',
  })
}

const MB = 1024 * 1024

export function bodyTooDeep(levels: number): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'request.too_deep',
    title: 'The body is nested too deeply',
    detail: `At most ${levels} levels of objects and lists.`,
  })
}

export function bodyTooLarge(maxBytes: number): ProblemError {
  return new ProblemError({
    status: 413,
    code: 'request.too_large',
    title: 'The body is too large',
    detail: maxBytes < MB ? `At most ${maxBytes / 1024} KB.` : `At most ${maxBytes / MB} MB.`,
  })
}

export function routeNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'route.not_found',
    title: 'There is nothing here',
    detail: 'No such address; the API is described at /docs.',
  })
}

/** `isRead`: nothing can have been changed. Of a write nobody knows: the answer to its commit may be what was lost. */
export function databaseUnavailable(cause: unknown, { isRead = true } = {}): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'database.unavailable',
    title: 'The database does not answer',
    detail: isRead
      ? 'Nothing was changed. Try again in a few seconds.'
      : 'It is not certain whether this was saved. Look, or send it again in a few seconds, with the same Idempotency-Key if it had one.',
    headers: { 'retry-after': '5' },
    cause,
  })
}

/** At the start, before anything can be answered. */
export function databaseAwaited(reason: string): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'database.unavailable',
    title: 'Codify is starting',
    detail: `${reason}. It goes on by itself; try again in a few seconds.`,
    headers: { 'retry-after': '5' },
  })
}

export function databaseBusy(cause: unknown): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'database.busy',
    title: 'Something else was changing the same',
    detail: 'Nothing was changed. Try again now.',
    headers: { 'retry-after': '1' },
    cause,
  })
}

export function databaseReadOnly(cause: unknown): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'database.read_only',
    title: 'Nothing can be saved at the moment',
    detail: 'Nothing was changed. Reading works; try again in a while.',
    headers: { 'retry-after': '15' },
    cause,
  })
}

export function idempotencyMismatch(): ProblemError {
  return new ProblemError({
    status: 422,
    code: 'idempotency.mismatch',
    title: 'The Idempotency-Key belongs to another request',
    detail: 'This key came before with another body or problem. Use a new key for a new request.',
  })
}

/** @param scope the scope that would do; undefined where no personal token may call the route */
export function tokenScopeMissing(scope: string | undefined): ProblemError {
  const detail =
    scope === undefined
      ? 'No personal token may do this. Do it on the pages, signed in.'
      : `This token lacks the scope ${scope}. Make a token that has it, under Settings, Tokens.`
  return new ProblemError({
    status: 403,
    code: scope === undefined ? 'token.not_allowed' : 'token.scope_missing',
    title: scope === undefined ? 'Not possible with a personal token' : 'The token lacks a scope',
    detail,
    headers: {
      'www-authenticate': `Bearer error="insufficient_scope"${scope === undefined ? '' : `, scope="${scope}"`}`,
    },
  })
}

export function authRequired(): ProblemError {
  return new ProblemError({
    status: 401,
    code: 'auth.required',
    title: 'Sign in first',
    detail: 'This needs a learner token: Authorization: Bearer …',
    headers: { 'www-authenticate': 'Bearer' },
  })
}
