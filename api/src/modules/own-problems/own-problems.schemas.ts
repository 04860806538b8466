import { z } from 'zod'
import { pageQuery, slug, uuid } from '../../shared/schemas.ts'
import { planText } from '../plans/plans.schemas.ts'
import { difficultySchema } from '../problems/problems.schemas.ts'

/** Live ones a learner may have. */
export const OWN_PROBLEMS_MAX = 500

// A plan's reasons name problems by their title, so it must be as plain as they are.
const title = planText
  .trim()
  .min(1, 'Give it a title.')
  .max(120, 'At most 120 characters.')
  .regex(/^\P{Cc}*$/u, 'One line, please.')
const url = z
  .url({ protocol: /^https?$/, error: 'A web address, with http:// or https:// in front.' })
  .max(2000, 'At most 2000 characters.')
const minutes = z.int('Whole minutes.').min(5, 'At least five minutes.').max(480, 'At most 480 minutes.')

export const ownProblemInputSchema = z
  .strictObject({ title, url, topic: slug, difficulty: difficultySchema, minutes })
  .meta({ ref: 'OwnProblemInput' })
export type OwnProblemInput = z.infer<typeof ownProblemInputSchema>

export const changeOwnProblemSchema = ownProblemInputSchema
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Give at least one field.')
export type ChangeOwnProblem = z.infer<typeof changeOwnProblemSchema>

export const ownProblemParamSchema = z.object({ id: uuid })
export const listOwnProblemsQuerySchema = z.strictObject(pageQuery)
