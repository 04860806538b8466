import { type ProblemDetails, problemDetailsSchema } from '@codify/api/contract'
import type { z } from 'zod'
import { digestOf } from './error-digest.ts'

type FieldError = NonNullable<ProblemDetails['errors']>[number]
type Problem = {
  status: number
  code: string
  detail: string
  errors?: FieldError[]
  requestId?: string
  current?: unknown
}

/** An API refusal, in words that can be shown. `code` is stable; `errors` names the fields. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: FieldError[]
  readonly requestId: string | undefined
  /** The stored state, when the request began from something older. */
  readonly current: unknown
  /** All that Next tells an error page in production; see `error-digest.ts`. */
  readonly digest: string

  constructor({ status, code, detail, errors = [], requestId, current }: Problem, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = errors
    this.requestId = requestId
    this.current = current
    this.digest = digestOf({ code, requestId })
  }
}

type Answer<Body> = {
  ok: boolean
  status: number
  headers: Headers
  json(): Promise<Body>
  text(): Promise<string>
}
type MaybeAnswer<Body> = Answer<Body> | Promise<Answer<Body>>

/**
 * The body of an answer: parsed by `schema`, else as the typed client describes it (undefined for 204).
 * Throws an `ApiError` for every refusal, and for a network that fails (`api.unreachable`).
 */
export function unwrap<Schema extends z.ZodType>(
  response: MaybeAnswer<unknown>,
  schema: Schema,
): Promise<z.output<Schema>>
export function unwrap<Body>(response: MaybeAnswer<Body>): Promise<Body>
export async function unwrap(response: MaybeAnswer<unknown>, schema?: z.ZodType): Promise<unknown> {
  const answer = await reach(response)
  if (!answer.ok) throw await readProblem(answer)
  if (answer.status === 204) return undefined
  const body: unknown = await answer.json()
  if (!schema) return body
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw unexpected(answer, parsed.error)
  return parsed.data
}

/** The body of an answer that comes piece by piece. Throws as `unwrap` does while it has not begun. */
export async function unwrapStream(
  response: Promise<Answer<unknown> & { body: ReadableStream<Uint8Array<ArrayBuffer>> | null }>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const answer = await reach(response)
  if (!answer.ok) throw await readProblem(answer)
  if (!answer.body) throw unexpected(answer)
  return answer.body
}

/** Words for a person, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.detail : 'Something went wrong. Try again in a moment.'
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401
}

async function reach<Given>(response: Given | Promise<Given>): Promise<Given> {
  try {
    return await response
  } catch (cause) {
    throw new ApiError(
      { status: 503, code: 'api.unreachable', detail: 'Codify cannot be reached. Try again in a moment.' },
      { cause },
    )
  }
}

async function readProblem(answer: Answer<unknown>): Promise<ApiError> {
  const problem = problemDetailsSchema.safeParse(parseJson(await answer.text()))
  if (problem.success) return new ApiError({ ...problem.data, requestId: problem.data.request_id })
  return unexpected(answer)
}

function unexpected(answer: Answer<unknown>, cause?: unknown): ApiError {
  return new ApiError(
    {
      status: answer.ok ? 502 : answer.status,
      code: 'api.unexpected',
      detail: 'Something went wrong. Try again in a moment.',
      requestId: answer.headers.get('x-request-id') ?? undefined,
    },
    { cause },
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
