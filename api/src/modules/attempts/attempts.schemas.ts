import { z } from 'zod'
import { dateTime, givenDateTime, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'

export const outcomes = ['solved', 'tried', 'stuck', 'skipped'] as const
export const outcomeSchema = z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

export const ratings = ['again', 'hard', 'good', 'easy'] as const
export const ratingSchema = z.enum(ratings)

export const createAttemptSchema = z.strictObject({
  outcome: outcomeSchema,
  minutes: z
    .int('Whole minutes.')
    .min(1, 'At least one minute.')
    .max(1440, 'At most a day: 1440 minutes.')
    .optional(),
  rating: ratingSchema.optional(),
  started_at: givenDateTime.optional().meta({ description: 'Not in the future.' }),
})
export type CreateAttempt = z.infer<typeof createAttemptSchema>

export const attemptSchema = z
  .object({
    id: uuid,
    problem: slug,
    outcome: outcomeSchema,
    minutes: z.int().nullable(),
    rating: ratingSchema.nullable(),
    started_at: dateTime.nullable(),
    created_at: dateTime,
  })
  .meta({ ref: 'Attempt' })
export type Attempt = z.infer<typeof attemptSchema>

export const attemptPageSchema = pageOf(attemptSchema)
export type AttemptPage = z.infer<typeof attemptPageSchema>
export const listAttemptsQuerySchema = z.strictObject(pageQuery)
export type ListAttemptsQuery = z.output<typeof listAttemptsQuerySchema>

/** Repeating a request with the same key returns the first answer and writes nothing. */
export const idempotencyHeaderSchema = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() })
