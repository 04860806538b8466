import { AnswerError, type AnswerFailure } from './model-failures.ts'

const WORDS_MAX = 2_000
/** Parts of an error in which servers repeat the request. */
const ECHOES = new Set(['input', 'ctx', 'body', 'request', 'url'])

/** A model's server answered a request with an error, in whatever shape. */
export class ServerError extends Error {
  override name = 'ServerError'
  readonly status: number
  /** The server's message, for people; without the key and without control characters. */
  readonly words: string
  /** Where a redirect leads to. */
  readonly location: string | undefined
  readonly retryAfterMs: number | undefined
  readonly mayRetry: boolean | undefined

  constructor(options: {
    status: number
    words: string
    location?: string | undefined
    retryAfterMs?: number | undefined
    mayRetry?: boolean | undefined
  }) {
    super(`the model's server answered ${options.status}: ${options.words.slice(0, 300)}`)
    this.status = options.status
    this.words = options.words
    this.location = options.location
    this.retryAfterMs = options.retryAfterMs
    this.mayRetry = options.mayRetry
  }
}

/** The texts of an error body: OpenAI's, FastAPI's, Ollama's, one wrapped in another, or plain text. */
export function wordsOf(body: string): string {
  return textsOf(parse(body) ?? body, 5)
    .join(' · ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, WORDS_MAX)
}

function textsOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string') {
    const inner = depth > 0 ? parse(value) : undefined
    return inner === undefined ? [value] : textsOf(inner, depth - 1)
  }
  if (typeof value !== 'object' || value === null || depth === 0) return []
  // The way to a field, as FastAPI gives it, reads as one.
  if (Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number'))
    return [value.join('.')]
  return Object.entries(value).flatMap(([key, inner]) => (ECHOES.has(key) ? [] : textsOf(inner, depth - 1)))
}

function parse(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** How long a server asks to wait, in milliseconds: as such, in seconds or until a date. */
export function readRetryAfter(headers: Headers, now: Date): number | undefined {
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '')
  if (exact >= 0) return exact
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  const until = Date.parse(text)
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime())
}

export function isQuota({ status, words }: ServerError): boolean {
  return (
    status === 402 ||
    ([400, 403, 429, 500].includes(status) &&
      /(?<![a-z])quota(?![a-z])|insufficient[_ ](?:balance|credits?|funds)|\bbilling\b|out of credits?|payment required|credit balance|spend(?:ing)? limit|usage limit/i.test(
        words,
      ))
  )
}

export function isUnknownModel({ status, words }: ServerError): boolean {
  return (
    [400, 404, 422].includes(status) &&
    /model_not_found|\bmodels?\b.{0,100}?(?:not (?:found|exist|loaded)|does not exist|doesn't exist|unknown)|(?:no such|unknown|invalid) model|not a valid model|no models? loaded/i.test(
      words,
    )
  )
}

function isFiltered({ words }: ServerError): boolean {
  return /content[_ ]?(?:filter|policy|management)/i.test(words)
}

function isTooLong({ status, words }: ServerError): boolean {
  return (
    status === 413 ||
    /context.{0,20}(?:length|window|size)|maximum context|prompt is too long|too many (?:input )?tokens|exceeds? the (?:available|maximum)/i.test(
      words,
    )
  )
}

/** True if the server may accept the same question in a plainer dialect. `isNamed`: the error names the feature. */
export function isRefusal(error: ServerError, isNamed: boolean): boolean {
  if (isQuota(error) || isUnknownModel(error) || isFiltered(error)) return false
  // A limit of tokens that the model has no room for is named; a question that it has no room for stays too long.
  if ((isTooLong(error) && !isNamed) || /api.?key|unauthori[sz]ed|authenticat/i.test(error.words))
    return false
  // Templates of local models fail with 500 at what they do not know.
  return [400, 415, 422, 501].includes(error.status) || (isNamed && [404, 405, 500].includes(error.status))
}

/** True if the same request may succeed a little later. */
export function mayRetry(error: ServerError): boolean {
  if (isQuota(error)) return false
  return error.mayRetry ?? ([408, 409, 425, 429].includes(error.status) || error.status >= 500)
}

export function failureOf(error: unknown): AnswerFailure {
  if (error instanceof AnswerError) return error.reason
  if (error instanceof ServerError) {
    if (isQuota(error)) return 'quota'
    if (error.status < 500 && isFiltered(error)) return 'filtered'
    if (error.status < 500 && isTooLong(error)) return 'question_too_long'
    return error.status < 500 && error.status !== 429 ? 'rejected' : 'unreachable'
  }
  // A body cut off midway is a network matter; text that does not parse is the model's.
  return error instanceof TypeError && !/utf-8|encoded data/i.test(error.message)
    ? 'unreachable'
    : 'unreadable'
}
