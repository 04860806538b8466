import { z } from 'zod'
import { outcomeSchema, ratingSchema } from '../../shared/outcomes.ts'
import { dateTime, givenDateTime, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'

const minutesSchema = z
  .int('Whole minutes.')
  .min(1, 'At least one minute.')
  .max(1440, 'At most a day: 1440 minutes.')
const hintsSchema = z.int('Whole hints.').min(0, 'None is 0.').max(3, 'At most three hints.')

export const createAttemptSchema = z.strictObject({
  outcome: outcomeSchema,
  minutes: minutesSchema.optional(),
  rating: ratingSchema.optional(),
  hints_used: hintsSchema.optional(),
  item_id: uuid.optional().meta({ description: 'The item of the plan that this is for.' }),
  started_at: givenDateTime.optional().meta({ description: 'Not in the future.' }),
})
export type CreateAttempt = z.infer<typeof createAttemptSchema>

/** Completes what an attempt still leaves open; what is set stays. */
export const completeAttemptSchema = z
  .strictObject({
    minutes: minutesSchema.optional(),
    rating: ratingSchema.optional(),
    hints_used: hintsSchema.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'Give minutes, rating or hints_used.')
export type CompleteAttempt = z.infer<typeof completeAttemptSchema>
export const attemptParamSchema = z.object({ id: uuid })

export const attemptSchema = z
  .object({
    id: uuid,
    problem: slug,
    outcome: outcomeSchema,
    minutes: z.int().nullable(),
    rating: ratingSchema.nullable(),
    hints_used: z.int().nullable(),
    item_id: uuid.nullable(),
    started_at: dateTime.nullable(),
    created_at: dateTime,
    retracted_at: dateTime
      .nullable()
      .meta({ description: 'When it was taken back; it counts nowhere since.' }),
    paste_id: uuid.nullable().meta({ description: 'The pasted history that it came with.' }),
    pasted_at: dateTime
      .nullable()
      .meta({ description: 'When it was pasted: for a day after, it can be taken back.' }),
  })
  .meta({ ref: 'Attempt' })
export type Attempt = z.infer<typeof attemptSchema>

export const attemptPageSchema = pageOf(attemptSchema)
export type AttemptPage = z.infer<typeof attemptPageSchema>
export const listAttemptsQuerySchema = z.strictObject(pageQuery)
export type ListAttemptsQuery = z.output<typeof listAttemptsQuerySchema>

/** Repeating a request with the same key returns the first answer and writes nothing. */
export const idempotencyHeaderSchema = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() })
