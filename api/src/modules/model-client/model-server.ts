import { createParser } from 'eventsource-parser'
import type { Clock } from '../../shared/clock.ts'
import { AnswerError } from './model-failures.ts'
import { readRetryAfter, ServerError, wordsOf } from './server-errors.models.ts'

const ERROR_MAX_BYTES = 64 * 1024
const KEY_LEAST = 6

/** Sends one request to a model's server and reads nothing of the answer. */
export type ModelServer = {
  /** @throws {ServerError} for every answer that is not 2xx, redirects included */
  post: (path: string, body: object, signal: AbortSignal) => Promise<Response>
  /** The server's error from words that came with a 2xx. */
  errorOf: (status: number, body: string) => ServerError
}

/**
 * Redirects are not followed: the key and what learners wrote would go wherever a server, or who sits before it, points.
 */
export function createModelServer({
  apiKey,
  baseUrl,
  clock,
}: {
  apiKey: string | undefined
  baseUrl: string
  clock: Clock
}): ModelServer {
  const headers = {
    'content-type': 'application/json',
    ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    // Azure takes its own header only.
    ...(apiKey && new URL(baseUrl).hostname.endsWith('.azure.com') && { 'api-key': apiKey }),
  }
  const clean = (body: string) => {
    const words = wordsOf(body)
    return apiKey && apiKey.length >= KEY_LEAST ? words.replaceAll(apiKey, '…') : words
  }
  return {
    async post(path, body, signal) {
      const response = await globalThis.fetch(addressOf(baseUrl, path), {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        redirect: 'manual',
        signal,
      })
      if (response.ok) return response
      const said = await readText(response, ERROR_MAX_BYTES).catch(() => '')
      throw new ServerError({
        status: response.status,
        words: clean(said),
        location: response.headers.get('location') ?? undefined,
        retryAfterMs: readRetryAfter(response.headers, clock()),
        mayRetry: readFlag(response.headers.get('x-should-retry')),
      })
    },
    errorOf: (status, body) => new ServerError({ status, words: clean(body) }),
  }
}

/** An address below the base, whose query (as Azure has one) stays at its end. */
export function addressOf(baseUrl: string, path: string): string {
  const url = new URL(baseUrl)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`
  url.hash = ''
  return url.href
}

function readFlag(text: string | null): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** @throws {AnswerError} beyond `bytesMax`, and TypeError for what is not UTF-8 */
export async function readText(response: Response, bytesMax: number): Promise<string> {
  let text = ''
  for await (const part of partsOf(response, bytesMax)) text += part
  return text
}

/** The data of each server-sent event as it comes; the last one also where the line after it is missing. */
export async function* readEvents(response: Response, bytesMax: number): AsyncGenerator<string> {
  let events: string[] = []
  const parser = createParser({ onEvent: ({ data }) => events.push(data) })
  for await (const part of partsOf(response, bytesMax)) {
    parser.feed(part)
    yield* events
    events = []
  }
  parser.feed('\n\n')
  yield* events.filter(isWhole)
}

/** A stream that was cut off in the middle of an event ends with less than one. */
function isWhole(data: string): boolean {
  try {
    return data.trim() === '[DONE]' || Boolean(JSON.parse(data))
  } catch {
    return false
  }
}

async function* partsOf(response: Response, bytesMax: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > bytesMax) throw new AnswerError('too_large')
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}
