import { z } from 'zod'

export const outcomes = ['solved', 'tried', 'stuck', 'skipped'] as const
export const outcomeSchema = z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

export const ratings = ['again', 'hard', 'good', 'easy'] as const
export const ratingSchema = z.enum(ratings)
