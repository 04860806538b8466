import { setTimeout as delay } from 'node:timers/promises'
import { aborted } from '../../shared/aborted.ts'
import type { Clock } from '../../shared/clock.ts'
import {
  type Completion,
  completionSchema,
  estimateUsage,
  hasReasoning,
  type ModelUsage,
  refuseEnding,
  textOf,
} from './answers.models.ts'
import {
  type Dialect,
  fullDialect,
  lowest,
  type Question,
  toRequestBody,
  withoutRefused,
} from './dialect.models.ts'
import { AnswerError, type AnswerFailure } from './model-failures.ts'
import { createModelServer, type ModelServer, readEvents, readText } from './model-server.ts'
import { failureOf, isRefusal, mayRetry, ServerError } from './server-errors.models.ts'
import { createThinkingFilter, type ThinkingFilter } from './thinking.models.ts'

/** HTTP tries of one question in all, whatever they are spent on. */
export const TRIES = 3
const FIRST_WAIT_MS = 500
/** A four-week plan is some 20 KB; what is much longer is none and is not read to its end. */
const ANSWER_MAX_BYTES = 1024 * 1024
/** Each word of a stream comes in some 200 bytes of its own. */
const STREAM_MAX_BYTES = 4 * 1024 * 1024
export const OPENAI = 'https://api.openai.com/v1'

export type Asked = Question & {
  model: string
  /** For all tries together. */
  timeoutMs: number
  /** Once it writes, a model that says nothing for so long has stopped. */
  idleMs?: number
  charactersMax?: number
  /** Ends the call: its answer is a failure then, of no reason that counts. */
  signal: AbortSignal
  /** Each part of the answer that is certain, as it comes. */
  onText?: (text: string) => Promise<void>
}

export type ModelAnswer = { usage: ModelUsage | undefined } & (
  | { ok: true; text: string }
  | { ok: false; reason: AnswerFailure; error: unknown }
)

export type ModelClient = {
  /** Asks once, and never throws: whatever the server does is an answer. */
  ask: (asked: Asked) => Promise<ModelAnswer>
  /** The dialect that was found for a model's server. */
  dialectOf: (model: string) => Dialect
  server: ModelServer
  /** Fields of requests for embeddings that the server was found to refuse. */
  embeddingsWithout: Set<string>
}

/** Facts about a model's server, remembered while the process runs. */
type Known = { dialect: Dialect; thinking: 'unknown' | 'marked' | 'unmarked' }

/** Asks any OpenAI-compatible server, in the most telling dialect that it was found to understand. */
export function createModelClient({
  apiKey,
  baseUrl = OPENAI,
  clock,
}: {
  apiKey: string | undefined
  baseUrl?: string | undefined
  clock: Clock
}): ModelClient {
  const server = createModelServer({ apiKey, baseUrl, clock })
  const models = new Map<string, Known>()
  const isOpenAi = /(?:^|\.)(?:openai|azure)\.com$/.test(new URL(baseUrl).hostname)

  function knownOf(model: string): Known {
    const known = models.get(model) ?? {
      dialect: fullDialect,
      // OpenAI's own models keep their thinking to themselves.
      thinking: isOpenAi ? ('marked' as const) : ('unknown' as const),
    }
    models.set(model, known)
    return known
  }

  async function ask(asked: Asked): Promise<ModelAnswer> {
    const timeout = AbortSignal.timeout(asked.timeoutMs)
    const idle = createIdleWatch(asked.idleMs)
    const signal = AbortSignal.any([asked.signal, timeout, idle.signal])
    const known = knownOf(asked.model)
    const heard = createHearing({ asked, known, idle, signal })
    try {
      const work = tryUntil({ asked, signal, server, known, heard })
      return { ok: true, text: await Promise.race([work, aborted(signal)]), usage: heard.usage() }
    } catch (error) {
      const isLate = timeout.aborted || idle.signal.aborted
      return { ok: false, reason: isLate ? 'timeout' : failureOf(error), error, usage: heard.usage() }
    } finally {
      idle.rest()
    }
  }

  return { ask, server, dialectOf: (model) => knownOf(model).dialect, embeddingsWithout: new Set() }
}

/**
 * Tries until there is an answer. A server that does not take part of a request is asked without it, one that is busy
 * after a while; an answer that has begun is not asked for again.
 */
async function tryUntil(options: {
  asked: Asked
  signal: AbortSignal
  server: ModelServer
  known: Known
  heard: Hearing
}): Promise<string> {
  const { asked, signal, server, known, heard } = options
  const startedAt = performance.now()
  let { dialect } = known
  for (let tries = 1; ; tries++) {
    try {
      const body = toRequestBody({ model: asked.model, question: asked, dialect })
      const response = await server.post('/chat/completions', body, signal)
      const text = await readAnswer({ response, server, heard })
      known.dialect = lowest(known.dialect, dialect)
      return text
    } catch (error) {
      if (tries === TRIES || heard.hasBegun() || signal.aborted) throw error
      const plainer =
        error instanceof ServerError &&
        withoutRefused({ question: asked, dialect, words: error.words, isLast: tries + 1 === TRIES })
      if (plainer && isRefusal(error, plainer.isNamed)) {
        dialect = plainer.dialect
        // A guess is remembered once it has proved right.
        if (plainer.isNamed) known.dialect = lowest(known.dialect, dialect)
      } else {
        const leftMs = asked.timeoutMs - (performance.now() - startedAt)
        await waitToRetry({ error, tries, leftMs, signal })
      }
    }
  }
}

/** @throws the error itself where another try is of no use, or comes too late */
export async function waitToRetry(options: {
  error: unknown
  tries: number
  leftMs: number
  signal: AbortSignal
}): Promise<void> {
  const { error, tries, leftMs, signal } = options
  const isNetwork = error instanceof TypeError && error.message === 'fetch failed'
  if (!isNetwork && !(error instanceof ServerError && mayRetry(error))) throw error
  const asked = error instanceof ServerError ? error.retryAfterMs : undefined
  // Spread, so that those who failed together do not come back together.
  const waitMs = asked ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (0.75 + Math.random() / 2)
  if (waitMs >= leftMs) throw asked === undefined ? error : new AnswerError('timeout')
  await delay(waitMs, undefined, { signal })
}

/** Reads an answer in the form in which it came, which need not be the one that was asked for. */
async function readAnswer(options: {
  response: Response
  server: ModelServer
  heard: Hearing
}): Promise<string> {
  const { response, server, heard } = options
  const read = (text: string): Completion => {
    const completion = completionSchema.parse(JSON.parse(text))
    if (completion.error && !heard.hasBegun()) throw server.errorOf(statusIn(completion.error), text)
    if (completion.error) throw new AnswerError('unreachable')
    return completion
  }
  if (!/event-stream/i.test(response.headers.get('content-type') ?? '')) {
    const completion = read(await readText(response, ANSWER_MAX_BYTES))
    if (!completion.choices?.length) throw new AnswerError('unreadable')
    await heard.take(completion)
    // A whole answer needs no word for its end.
    return heard.finish('stop')
  }
  for await (const data of readEvents(response, STREAM_MAX_BYTES)) {
    if (data.trim() === '[DONE]') return heard.finish('stop')
    await heard.take(read(data))
  }
  return heard.finish(undefined)
}

/** Some servers answer 200 and say in the body that they failed. */
function statusIn(error: unknown): number {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : Number.NaN
  return code >= 400 && code <= 599 ? code : 500
}

type Hearing = {
  take: (completion: Completion) => Promise<void>
  /** The answer as a whole; `ending` where the server has not told how it ended. */
  finish: (ending: string | undefined) => Promise<string>
  hasBegun: () => boolean
  usage: () => ModelUsage | undefined
}

/** Gathers one answer from its pieces, and hands on what of it is certain. */
function createHearing(options: {
  asked: Asked
  known: Known
  idle: IdleWatch
  signal: AbortSignal
}): Hearing {
  const { asked, known, idle, signal } = options
  const { prompt } = asked
  const filter: ThinkingFilter = createThinkingFilter({
    trusted: asked.shape === undefined && known.thinking === 'marked',
    said: prompt.user,
  })
  let all = ''
  let text = ''
  let ending: string | undefined
  let told: ModelUsage | undefined
  let hasBegun = false

  async function hand(more: string): Promise<void> {
    if (filter.isSpoilt()) {
      known.thinking = 'unmarked'
      throw new AnswerError('unreadable')
    }
    text += more
    signal.throwIfAborted()
    if (text.length > (asked.charactersMax ?? Number.POSITIVE_INFINITY)) throw new AnswerError('too_large')
    if (more === '' || !asked.onText) return
    // A reader who takes their time is not the model's fault.
    idle.rest()
    await asked.onText(more)
  }

  return {
    async take({ choices, usage }) {
      if (usage) told = { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
      const [choice] = choices ?? []
      const message = choice?.delta ?? choice?.message
      if (message?.refusal) throw new AnswerError('refused')
      if (message && hasReasoning(message)) {
        hasBegun = true
        filter.trust()
      }
      const more = textOf(message?.content)
      if (more !== '') {
        hasBegun = true
        all += more
        await hand(filter.push(more))
      }
      ending = choice?.finish_reason ?? ending
      if (hasBegun) idle.start()
    },
    async finish(otherwise) {
      refuseEnding(ending ?? otherwise)
      await hand(filter.end())
      if (text.trim() === '') throw new AnswerError('unreadable')
      if (asked.shape === undefined && filter.isPlain() && known.thinking === 'unknown')
        known.thinking = 'marked'
      return text
    },
    hasBegun: () => hasBegun,
    usage: () => told ?? (all === '' ? undefined : estimateUsage(prompt.system + prompt.user, all)),
  }
}

type IdleWatch = ReturnType<typeof createIdleWatch>
function createIdleWatch(ms: number | undefined) {
  const stalled = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const rest = () => clearTimeout(timer)
  const start = () => {
    rest()
    if (ms !== undefined) timer = setTimeout(() => stalled.abort(new AnswerError('timeout')), ms)
  }
  return { signal: stalled.signal, rest, start }
}
