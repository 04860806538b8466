import OpenAI from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import type { Logger } from 'pino'
import { AnswerError, aborted, estimateUsage, failureOf } from './model-errors.ts'
import type { Prompt } from './prompt.models.ts'
import { completionSchema, type ModelAnswer, proposalSchema } from './proposals.schemas.ts'

/** Asks a model for a plan, once. It never throws for what a model or its server does: that is an answer too. */
export type Proposer = (options: { prompt: Prompt; signal: AbortSignal }) => Promise<ModelAnswer>

/** A four-week plan is some 20 KB; what is much longer is no plan and is not read to its end. */
const ANSWER_MAX_BYTES = 1024 * 1024
const planFormat = zodResponseFormat(proposalSchema, 'plan')
/** With the first, three HTTP tries in all. */
const RETRIES = 2

export function createOpenAiClient(options: { apiKey: string; baseUrl: string | undefined }): OpenAI {
  return new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl ?? null,
    maxRetries: RETRIES,
    // Looked up at each call, so that what replaces the global fetch later is used too.
    fetch: (url, init) => globalThis.fetch(url, init),
  })
}

/**
 * The one model call of a generation on any OpenAI-compatible server: chat completions with strict structured
 * output, `Retry-After` honoured, `timeoutSeconds` over all tries together.
 */
export function createOpenAiProposer({
  client,
  model,
  timeoutSeconds,
  logger,
}: {
  client: OpenAI
  model: string
  timeoutSeconds: number
  logger: Logger
}): Proposer {
  return async ({ prompt, signal }) => {
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
    const stop = AbortSignal.any([signal, timeout])
    let usage: ModelAnswer['usage']
    const onUsage = (used: ModelAnswer['usage']) => {
      usage = used
    }
    try {
      const text = await Promise.race([ask({ client, model, prompt, signal: stop, onUsage }), aborted(stop)])
      return { ok: true, model, proposal: parseProposal(text), usage }
    } catch (error) {
      signal.throwIfAborted()
      const reason = timeout.aborted ? 'timeout' : failureOf(error)
      logger.warn({ err: error, model, reason }, 'the model gave no usable plan')
      return { ok: false, model, reason, usage }
    }
  }
}

async function ask(options: {
  client: OpenAI
  model: string
  prompt: Prompt
  signal: AbortSignal
  /** Told before the answer is judged: what cannot be used was charged for all the same. */
  onUsage: (usage: ModelAnswer['usage']) => void
}): Promise<string> {
  const response = await options.client.chat.completions
    .create(
      {
        model: options.model,
        messages: [
          { role: 'system', content: options.prompt.system },
          { role: 'user', content: options.prompt.user },
        ],
        response_format: planFormat,
      },
      { signal: options.signal },
    )
    .asResponse()
  const completion = completionSchema.parse(JSON.parse(await readBounded(response)))
  const choice = completion.choices[0]
  const { usage } = completion
  options.onUsage(
    usage
      ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
      : estimateUsage(options.prompt, choice?.message.content ?? ''),
  )
  if (choice?.message.refusal) throw new AnswerError('refused')
  if (choice?.finish_reason === 'length') throw new AnswerError('truncated')
  if (choice?.finish_reason === 'content_filter') throw new AnswerError('filtered')
  if (!choice?.message.content) throw new AnswerError('unreadable')
  return choice.message.content
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > ANSWER_MAX_BYTES) throw new AnswerError('too_large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Reads the model's text as a proposal; local models like to wrap JSON in a code fence. */
export function parseProposal(text: string) {
  const unfenced = text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '')
  return proposalSchema.parse(JSON.parse(unfenced))
}
