import { z } from 'zod'
import { dateTime, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'
import { commentTagSchema } from '../comments/comments.schemas.ts'

export const reportReasons = ['spam', 'abuse', 'spoiler', 'off_topic', 'other'] as const
export const reportReasonSchema = z.enum(reportReasons)
export type ReportReason = z.infer<typeof reportReasonSchema>

export const reportSchema = z.strictObject({
  reason: reportReasonSchema,
  note: z.string().trim().max(500, 'At most 500 characters.').default(''),
})
export type Report = z.input<typeof reportSchema>
export const reportedSchema = z.object({ reported: z.literal(true) }).meta({ ref: 'Reported' })

export const moderationAccessSchema = z.object({ moderator: z.boolean() }).meta({ ref: 'ModerationAccess' })

export const queuedCommentSchema = z
  .object({
    id: uuid,
    problem: slug,
    author: z.string(),
    mine: z.boolean(),
    body: z.string(),
    tag: commentTagSchema.nullable(),
    created_at: dateTime,
    hidden: z.boolean(),
    reported_at: dateTime.meta({ description: 'When the first open report came.' }),
    reports: z.array(z.object({ reason: reportReasonSchema, note: z.string(), created_at: dateTime })),
  })
  .meta({ ref: 'QueuedComment' })
export type QueuedComment = z.infer<typeof queuedCommentSchema>
export const queuePageSchema = pageOf(queuedCommentSchema)
export type QueuePage = z.infer<typeof queuePageSchema>

export const moderationPageQuerySchema = z.strictObject(pageQuery)
export type ModerationPageQuery = z.output<typeof moderationPageQuerySchema>

export const moderationActions = ['keep', 'hide', 'delete'] as const
export const moderationActionSchema = z.enum(moderationActions)
export type ModerationAction = z.infer<typeof moderationActionSchema>

export const decisionSchema = z.strictObject({
  action: moderationActionSchema.meta({
    description:
      'keep: visible (again), its reports are settled. hide: only its author sees it. delete: gone.',
  }),
  reason: z.string().trim().min(3, 'Say why, for the log.').max(500, 'At most 500 characters.'),
})
export type Decision = z.infer<typeof decisionSchema>

export const logEntrySchema = z
  .object({
    id: uuid,
    action: moderationActionSchema,
    reason: z.string(),
    mine: z.boolean().meta({ description: 'Whether the reader did it.' }),
    comment_id: uuid,
    comment_body: z
      .string()
      .nullable()
      .meta({ description: 'As it was; null once its author deleted the account.' }),
    created_at: dateTime,
  })
  .meta({ ref: 'ModerationLogEntry' })
export type LogEntry = z.infer<typeof logEntrySchema>
export const logPageSchema = pageOf(logEntrySchema)
export type LogPage = z.infer<typeof logPageSchema>
