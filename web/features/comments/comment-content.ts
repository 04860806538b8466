import { type CommentTag, commentTagSchema, createCommentSchema } from '@codify/api/contract'
import { z } from 'zod'

export type CommentContent = { body: string; tag: CommentTag | null }

export const emptyContent: CommentContent = { body: '', tag: null }

const draftSchema = z.object({ body: z.string(), tag: commentTagSchema.nullable() })

/** Returns the first problem of a comment before it is sent, in words, or undefined. */
export function findProblem(content: CommentContent): string | undefined {
  const parsed = createCommentSchema.safeParse(content)
  return parsed.success ? undefined : (parsed.error.issues[0]?.message ?? 'This cannot be posted.')
}

/** Its length as the API counts it: without the space around it. */
export function lengthOf({ body }: CommentContent): number {
  return body.trim().length
}

/** A draft as it was kept, or undefined for none and for what is not one. */
export function parseDraft(text: string | null): CommentContent | undefined {
  if (!text) return undefined
  try {
    return draftSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
