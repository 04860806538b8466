import { createParser } from 'eventsource-parser'
import type OpenAI from 'openai'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { ModelUsage } from '../model-guard/model-guard.ts'
import { AnswerError, aborted, estimateUsage, failureOf } from '../proposals/model-errors.ts'
import type { Prompt } from '../proposals/prompt.models.ts'
import type { ModelFailure } from '../proposals/proposals.schemas.ts'

export type HintAnswer = { model: string; usage: ModelUsage | undefined } & (
  | { ok: true }
  /** `stopped`: by whoever asked. */
  | { ok: false; reason: ModelFailure | 'stopped' }
)

/**
 * Asks a model once and hands on what it writes as it comes. It never throws for what a model or its server does:
 * that is an answer too.
 */
export type Hinter = (options: {
  prompt: Prompt
  /** More characters than these are no answer. */
  charactersMax: number
  signal: AbortSignal
  onText: (text: string) => Promise<void>
}) => Promise<HintAnswer>

/** Models that think first count that in as well. */
const ANSWER_MAX_TOKENS = 4_000
/** Each word comes in some 200 bytes of its own. */
const STREAM_MAX_BYTES = 4 * 1024 * 1024
/** Once it writes, a model that says nothing for so long has stopped. */
const IDLE_SECONDS = 15

/** A piece of a streamed completion; servers leave out the role and much else. */
const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .nullish()
    .catch(undefined),
  error: z.unknown().optional(),
})

type Heard = { text: string; usage: ModelUsage | undefined; ending: string | undefined }

/** The one model call of a hint, streamed, on any OpenAI-compatible server; `timeoutSeconds` for all of it. */
export function createOpenAiHinter({
  client,
  model,
  timeoutSeconds,
  idleSeconds = IDLE_SECONDS,
  logger,
}: {
  client: OpenAI
  model: string
  timeoutSeconds: number
  idleSeconds?: number
  logger: Logger
}): Hinter {
  return async ({ prompt, charactersMax, signal, onText }) => {
    const heard: Heard = { text: '', usage: undefined, ending: undefined }
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
    const idle = createIdleWatch(idleSeconds)
    const stop = AbortSignal.any([signal, timeout, idle.signal])
    const tell = async (text: string) => {
      stop.throwIfAborted()
      if (heard.text.length > charactersMax) throw new AnswerError('too_large')
      // A reader who takes their time is not the model's fault.
      idle.rest()
      await onText(text)
      idle.start()
    }
    const usageOf = () => heard.usage ?? (heard.text === '' ? undefined : estimateUsage(prompt, heard.text))
    try {
      await Promise.race([listen({ client, model, prompt, signal: stop, heard, tell }), aborted(stop)])
      return { ok: true, model, usage: usageOf() }
    } catch (error) {
      if (signal.aborted) return { ok: false, model, reason: 'stopped', usage: usageOf() }
      const reason = timeout.aborted || idle.signal.aborted ? 'timeout' : failureOf(error)
      logger.warn({ err: error, model, reason }, 'the model gave no usable hint')
      return { ok: false, model, reason, usage: usageOf() }
    } finally {
      idle.rest()
    }
  }
}

function createIdleWatch(seconds: number) {
  const stalled = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const rest = () => clearTimeout(timer)
  const start = () => {
    rest()
    timer = setTimeout(() => stalled.abort(new AnswerError('timeout')), seconds * 1000)
  }
  return { signal: stalled.signal, rest, start }
}

async function listen(options: {
  client: OpenAI
  model: string
  prompt: Prompt
  signal: AbortSignal
  heard: Heard
  tell: (text: string) => Promise<void>
}): Promise<void> {
  const { heard, tell } = options
  const response = await options.client.chat.completions
    .create(
      {
        model: options.model,
        messages: [
          { role: 'system', content: options.prompt.system },
          { role: 'user', content: options.prompt.user },
        ],
        max_completion_tokens: ANSWER_MAX_TOKENS,
        stream: true,
        stream_options: { include_usage: true },
      },
      { signal: options.signal },
    )
    .asResponse()
  for await (const data of eventsOf(response)) {
    if (data.trim() === '[DONE]') {
      heard.ending ??= 'stop'
      break
    }
    const { choices, usage, error } = chunkSchema.parse(JSON.parse(data))
    if (error) throw new AnswerError('unreachable')
    if (usage) heard.usage = { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
    const [choice] = choices ?? []
    if (choice?.delta?.refusal) throw new AnswerError('refused')
    const text = choice?.delta?.content
    if (text) {
      heard.text += text
      await tell(text)
    }
    heard.ending = choice?.finish_reason ?? heard.ending
  }
  if (heard.ending === 'length') throw new AnswerError('truncated')
  if (heard.ending === 'content_filter') throw new AnswerError('filtered')
  // A stream that ends without saying so was cut off.
  if (heard.ending === undefined) throw new AnswerError('unreachable')
  if (heard.text.trim() === '') throw new AnswerError('unreadable')
}

/** The data of each server-sent event, as they come. */
async function* eventsOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let events: string[] = []
  const parser = createParser({ onEvent: ({ data }) => events.push(data) })
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > STREAM_MAX_BYTES) throw new AnswerError('too_large')
    parser.feed(decoder.decode(chunk, { stream: true }))
    yield* events
    events = []
  }
}
