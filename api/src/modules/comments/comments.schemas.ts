import { z } from 'zod'
import { dateTime, markdownText, pageOf, pageQuery, uuid } from '../../shared/schemas.ts'

export const commentTags = ['too_hard', 'good_intro', 'pattern_practice'] as const
export const commentTagSchema = z.enum(commentTags)
export type CommentTag = z.infer<typeof commentTagSchema>

export const COMMENT_MAX = 2000
const body = markdownText(
  z.string().trim().min(1, 'Write something first.').max(COMMENT_MAX, `At most ${COMMENT_MAX} characters.`),
)

export const commentSchema = z
  .object({
    id: uuid,
    author: z.string(),
    mine: z.boolean(),
    body: z.string().meta({ description: 'Markdown; render it without raw HTML.' }),
    tag: commentTagSchema.nullable(),
    hidden: z.boolean().meta({ description: 'Taken out of sight; only its author still sees it.' }),
    reported: z.boolean().meta({ description: 'By the one who reads.' }),
    created_at: dateTime,
    updated_at: dateTime,
  })
  .meta({ ref: 'Comment' })
export type Comment = z.infer<typeof commentSchema>

export const commentPageSchema = pageOf(commentSchema)
export type CommentPage = z.infer<typeof commentPageSchema>

export const listCommentsQuerySchema = z.strictObject({
  sort: z.enum(['newest', 'oldest']).default('newest'),
  ...pageQuery,
})
export type ListCommentsQuery = z.output<typeof listCommentsQuerySchema>

export const createCommentSchema = z.strictObject({ body, tag: commentTagSchema.nullable().default(null) })
export type CreateComment = z.input<typeof createCommentSchema>

export const updateCommentSchema = z
  .strictObject({ body: body.optional(), tag: commentTagSchema.nullable().optional() })
  .refine((change) => change.body !== undefined || change.tag !== undefined, 'Give a body, a tag, or both.')
export type UpdateComment = z.input<typeof updateCommentSchema>

export const commentParamSchema = z.object({ id: uuid })
