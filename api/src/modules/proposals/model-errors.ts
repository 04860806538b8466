import OpenAI from 'openai'
import type { Prompt } from './prompt.models.ts'
import type { ModelAnswer, ModelFailure } from './proposals.schemas.ts'

/** The model's server answered, and the answer is of no use. */
export class AnswerError extends Error {
  readonly reason: ModelFailure
  constructor(reason: ModelFailure) {
    super(`the model's answer was ${reason}`)
    this.reason = reason
  }
}

export function failureOf(error: unknown): ModelFailure {
  if (error instanceof AnswerError) return error.reason
  if (error instanceof OpenAI.APIConnectionError) return 'unreachable'
  if (error instanceof OpenAI.APIError)
    return error.status && error.status < 500 && error.status !== 429 ? 'rejected' : 'unreachable'
  // A body cut off midway is a network matter; text that does not parse is the model's.
  return error instanceof TypeError && !/utf-8|encoded data/i.test(error.message)
    ? 'unreachable'
    : 'unreadable'
}

/** Rejects when the signal does, also where what it should end does not listen. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** For servers that do not say: four bytes a token. */
export function estimateUsage({ system, user }: Prompt, answer: string): NonNullable<ModelAnswer['usage']> {
  return {
    promptTokens: Math.ceil(Buffer.byteLength(system + user) / 4),
    completionTokens: Math.ceil(Buffer.byteLength(answer) / 4),
  }
}
