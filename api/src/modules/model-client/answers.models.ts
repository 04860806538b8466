import { z } from 'zod'
import { AnswerError } from './model-failures.ts'

/** A piece of content; what a model thought is a part of its own kind. */
const partSchema = z.union([
  z.string(),
  z.looseObject({
    type: z.string().optional(),
    text: z.union([z.string(), z.object({ value: z.string() })]),
  }),
])
const contentSchema = z.union([z.string(), z.array(partSchema.or(z.unknown()))]).nullish()
const messageSchema = z.object({
  content: contentSchema,
  refusal: z.string().nullish().catch(undefined),
  reasoning_content: z.unknown().optional(),
  reasoning: z.unknown().optional(),
})

/** The part of a completion, or of a piece of a streamed one, that is read here; servers add and leave out the rest. */
export const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: messageSchema.nullish(),
        delta: messageSchema.nullish(),
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
export type Completion = z.infer<typeof completionSchema>

/** The text of content that may be in parts; thinking and what is no text is left out. */
export function textOf(content: z.infer<typeof contentSchema>): string {
  if (!Array.isArray(content)) return content ?? ''
  return content
    .map((one) => {
      const part = partSchema.safeParse(one)
      if (!part.success) return ''
      if (typeof part.data === 'string') return part.data
      const { type = 'text', text } = part.data
      if (!/text$/.test(type)) return ''
      return typeof text === 'string' ? text : text.value
    })
    .join('')
}

/** True if the server sent its thinking in a separate field, which is no part of the content. */
export function hasReasoning(message: z.infer<typeof messageSchema>): boolean {
  return [message.reasoning_content, message.reasoning].some(
    (one) => typeof one === 'string' && one.trim() !== '',
  )
}

/** @throws {AnswerError} where the answer ended in another way than being complete */
export function refuseEnding(ending: string | undefined): void {
  const reason = ending?.toLowerCase()
  if (reason === 'length' || reason === 'max_tokens') throw new AnswerError('truncated')
  if (reason === 'content_filter' || reason === 'safety') throw new AnswerError('filtered')
  // A stream that ends without saying so was cut off.
  if (reason === undefined || reason === 'error') throw new AnswerError('unreachable')
}

export type ModelUsage = { promptTokens: number; completionTokens: number }

/** For servers that do not say: four bytes a token. */
export function estimateUsage(asked: string, answered: string): ModelUsage {
  return {
    promptTokens: Math.ceil(Buffer.byteLength(asked) / 4),
    completionTokens: Math.ceil(Buffer.byteLength(answered) / 4),
  }
}
