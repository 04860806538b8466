import { z } from 'zod'
import { dateTime, day, uuid } from '../../shared/schemas.ts'
import { planChangeSchema } from '../plans/changes/plan-changes.schemas.ts'

/** Days on which nothing is planned, both ends included. */
export const breakSchema = z
  .object({ id: uuid, from: day, to: day, created_at: dateTime })
  .meta({ ref: 'Break' })
export type Break = z.infer<typeof breakSchema>

export const createBreakSchema = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => !(daysBetween(from, to) < 0), {
    path: ['to'],
    message: 'Not before the first day.',
  })
  .refine(({ from, to }) => !(daysBetween(from, to) > 365), {
    path: ['to'],
    message: 'At most a year.',
  })
  .meta({ ref: 'BreakInput' })
export type CreateBreak = z.infer<typeof createBreakSchema>

export const breakListSchema = z.object({ items: z.array(breakSchema) }).meta({ ref: 'Breaks' })
export const breakParamSchema = z.object({ id: uuid })

const change = planChangeSchema
  .nullable()
  .meta({ description: 'What moved in the plan; null when nothing did.' })
export const createdBreakSchema = z.object({ break: breakSchema, change }).meta({ ref: 'CreatedBreak' })
export type CreatedBreak = z.infer<typeof createdBreakSchema>
export const deletedBreakSchema = z.object({ change }).meta({ ref: 'DeletedBreak' })
export type DeletedBreak = z.infer<typeof deletedBreakSchema>

/** Not a number where one of them is no day: that is said at its own field. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
