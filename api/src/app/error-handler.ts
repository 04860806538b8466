import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { toDatabaseFault } from '../shared/database-faults.ts'
import { malformedBody, ProblemError } from '../shared/errors.ts'
import type { AppEnv } from '../shared/request-env.ts'
import type { ProblemDetails } from '../shared/schemas.ts'

/** Turns every error into RFC 9457 problem details; what is unknown stays opaque and its cause goes to the log. */
export function createErrorHandler(logger: Logger): ErrorHandler<AppEnv> {
  return (error, c) => {
    const problem = toProblem(error, c.req.method)
    const request_id = c.get('requestId')
    if (problem.status >= 500)
      logger.error({ request_id, code: problem.code, err: problem.cause ?? error }, problem.title)
    else if (problem.status === 401 || problem.status === 403)
      // Nothing of the request but its path: tokens hold names.
      logger.info(
        {
          request_id,
          method: c.req.method,
          path: c.req.path,
          code: problem.code,
          reason: reasonOf(problem.cause),
          learner: c.get('learner')?.id,
        },
        'refused',
      )
    else logger.debug({ request_id, code: problem.code, err: problem.cause }, problem.title)
    return problemResponse(c, problem)
  }
}

/** Which check failed, by its code or name: what it says may hold what was checked. */
function reasonOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}

export function problemResponse(c: Context<AppEnv>, problem: ProblemError): Response {
  const body: ProblemDetails = {
    type: `urn:codify:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    request_id: c.get('requestId'),
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...(problem.current === undefined ? {} : { current: problem.current }),
  }
  return c.body(JSON.stringify(body), problem.status, {
    'content-type': 'application/problem+json',
    ...problem.headers,
  })
}

function toProblem(error: Error, method: string): ProblemError {
  if (error instanceof ProblemError) return error
  // The validator and the body parser speak Hono's own error for JSON that does not parse.
  if (error instanceof HTTPException && error.status === 400) return malformedBody()
  const fault = toDatabaseFault(error, method)
  if (fault) return fault
  return new ProblemError({
    status: 500,
    code: 'server.error',
    title: 'Something went wrong on our side',
    detail: 'It was logged. Try again; if it goes on, give the operator the request id.',
    cause: error,
  })
}
