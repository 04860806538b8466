import type { Logger } from 'pino'
import type { ModelUsage } from '../model-client/answers.models.ts'
import type { Prompt } from '../model-client/dialect.models.ts'
import type { ModelClient } from '../model-client/model-client.ts'
import type { AnswerFailure } from '../model-client/model-failures.ts'

export type HintAnswer = { model: string; usage: ModelUsage | undefined } & (
  | { ok: true }
  /** `stopped`: by whoever asked. */
  | { ok: false; reason: AnswerFailure | 'stopped' }
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
/** Once it writes, a model that says nothing for so long has stopped. */
const IDLE_SECONDS = 15

/** The one model call of a hint, streamed, on any OpenAI-compatible server; `timeoutSeconds` for all of it. */
export function createOpenAiHinter({
  client,
  model,
  timeoutSeconds,
  idleSeconds = IDLE_SECONDS,
  logger,
}: {
  client: ModelClient
  model: string
  timeoutSeconds: number
  idleSeconds?: number
  logger: Logger
}): Hinter {
  return async ({ prompt, charactersMax, signal, onText }) => {
    const answer = await client.ask({
      model,
      prompt,
      tokensMax: ANSWER_MAX_TOKENS,
      stream: true,
      timeoutMs: timeoutSeconds * 1000,
      idleMs: idleSeconds * 1000,
      charactersMax,
      signal,
      onText,
    })
    const { usage } = answer
    if (answer.ok) return { ok: true, model, usage }
    if (signal.aborted) return { ok: false, model, reason: 'stopped', usage }
    logger.warn({ err: answer.error, model, reason: answer.reason }, 'the model gave no usable hint')
    return { ok: false, model, reason: answer.reason, usage }
  }
}
