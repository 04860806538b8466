import { z } from 'zod'
import type { Tally } from './tally.ts'

/** The longest that an answer may take: a failure that comes later is no clear one. */
const LATEST_MS = 6_500
const GIVE_UP_MS = 20_000

/** `done`: it is true now. `refused`: it certainly is not. `unknown`: nobody can say. */
export type Outcome<Body> = { kind: 'done'; status: number; body: Body } | { kind: 'refused' | 'unknown' }

const problemSchema = z.looseObject({ status: z.number(), code: z.string() })

/** Identifying headers of a learner's request: a token at the API, a cookie at the pages. */
export type Identify = (learner: string) => Record<string, string> | Promise<Record<string, string>>

/** Calls the API as one learner and judges every answer: good, a clear failure, or wrong. */
export function createCaller(options: {
  url: string
  learner: string
  identify: Identify
  tally: () => Tally
  /** True if a connection may break under a request now. */
  mayBreak: () => boolean
}) {
  const { url, learner } = options
  const headers = () => options.identify(learner)

  async function call<Schema extends z.ZodType>(request: {
    method: string
    path: string
    schema: Schema
    body?: unknown
    key?: string
    /** Other good answers than 2xx. */
    also?: number[]
  }): Promise<Outcome<z.output<Schema>>> {
    const { method, path, schema, body, key, also = [] } = request
    const tally = options.tally()
    const name = `${method} ${path}`
    const begun = performance.now()
    tally.requests++
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(await headers()),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(GIVE_UP_MS),
      })
      const text = await response.text()
      const ms = performance.now() - begun
      tally.slowestMs = Math.max(tally.slowestMs, ms)
      if (ms > LATEST_MS) tally.wrong.push(`${name}: ${response.status} after ${(ms / 1000).toFixed(1)} s`)
      if (response.ok || also.includes(response.status)) {
        const parsed = schema.safeParse(text === '' ? undefined : JSON.parse(text))
        if (parsed.success) {
          tally.ok++
          return { kind: 'done', status: response.status, body: parsed.data }
        }
        tally.wrong.push(`${name}: ${response.status} with another body: ${text.slice(0, 200)}`)
        return { kind: 'unknown' }
      }
      return judgeFailure({ response, text, name, tally })
    } catch (error) {
      const reason =
        error instanceof Error ? `${error.name} ${String(error.cause ?? error.message)}` : 'unknown'
      if (options.mayBreak()) tally.broken++
      else tally.wrong.push(`${name}: no answer (${reason})`)
      return { kind: 'unknown' }
    }
  }

  return { call, learner, url, headers }
}
export type Caller = ReturnType<typeof createCaller>

function judgeFailure(options: {
  response: Response
  text: string
  name: string
  tally: Tally
}): Outcome<never> {
  const { response, text, name, tally } = options
  const problem = problemSchema.safeParse(parseJson(text))
  const isClear =
    (response.status === 503 || response.status === 429) &&
    Number(response.headers.get('retry-after')) > 0 &&
    problem.success &&
    !/\\n +at |node_modules|select |insert /i.test(text)
  if (isClear) tally.clear++
  else tally.wrong.push(`${name}: ${response.status} ${text.slice(0, 200)}`)
  const certain = ['database.read_only', 'database.busy', 'rate.limited']
  return { kind: problem.success && certain.includes(problem.data.code) ? 'refused' : 'unknown' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
