import { z } from 'zod'

export const outcomes = ['solved', 'tried', 'stuck', 'skipped'] as const
export const outcomeSchema = z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

export const ratings = ['again', 'hard', 'good', 'easy'] as const
export const ratingSchema = z.enum(ratings)

/** Solved, tried and stuck are practice; an item that is open or skipped is not practised. */
export function isPractised(item: { status: 'open' | Outcome } | undefined): boolean {
  return item !== undefined && item.status !== 'open' && item.status !== 'skipped'
}
