import { z } from 'zod'
import { dateTime, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'
import { attemptSchema, createAttemptSchema } from '../attempts/attempts.schemas.ts'
import { codeLanguageSchema, codeSchema } from '../code-drafts/code-drafts.schemas.ts'

export const submissionOutcomes = ['accepted', 'failed', 'error', 'timeout'] as const
export const submissionOutcomeSchema = z.enum(submissionOutcomes)

const TESTS_MAX = 1_000
const MS_MAX = 3_600_000

export const submissionResultShape = {
  language: codeLanguageSchema,
  code: codeSchema.min(1, 'There is no code.'),
  outcome: submissionOutcomeSchema.meta({
    description: 'As the learner’s own browser found it: their own record, and evidence for nobody else.',
  }),
  passed: z.int().min(0).max(TESTS_MAX),
  total: z.int().min(1, 'At least one test.').max(TESTS_MAX),
  ms: z.int().min(0).max(MS_MAX).meta({ description: 'All tests together.' }),
  hints_used: z.int().min(0).max(3, 'At most three hints.'),
}

/** True if outcome and counts are consistent. */
export function agrees({ outcome, passed, total }: { outcome: string; passed: number; total: number }) {
  return outcome === 'accepted' ? passed === total : passed < total
}
export const agreement = {
  path: ['passed'],
  message: 'Accepted means that all tests passed, and anything else that at least one did not.',
}

export const createSubmissionSchema = z
  .strictObject({
    ...submissionResultShape,
    minutes: createAttemptSchema.shape.minutes.meta({
      description: 'What the timer shows; for the suggested attempt alone.',
    }),
  })
  .refine(agrees, agreement)
export type CreateSubmission = z.infer<typeof createSubmissionSchema>

export const submissionItemSchema = z
  .object({
    id: uuid,
    problem: slug,
    language: codeLanguageSchema,
    outcome: submissionOutcomeSchema,
    passed: z.int(),
    total: z.int(),
    ms: z.int(),
    hints_used: z.int(),
    attempt_id: uuid.nullable().meta({ description: 'The attempt that it was recorded as.' }),
    created_at: dateTime,
  })
  .meta({ ref: 'SubmissionItem' })
export type SubmissionItem = z.infer<typeof submissionItemSchema>

export const submissionSchema = submissionItemSchema.extend({ code: codeSchema }).meta({ ref: 'Submission' })
export type Submission = z.infer<typeof submissionSchema>

export const suggestedAttemptSchema = attemptSchema.pick({
  outcome: true,
  minutes: true,
  rating: true,
  hints_used: true,
})
export type SuggestedAttempt = z.infer<typeof suggestedAttemptSchema>

export const submittedSchema = submissionItemSchema
  .extend({
    suggested_attempt: suggestedAttemptSchema.meta({
      description: 'What an attempt could say; recorded only when the learner says so.',
    }),
  })
  .meta({ ref: 'Submitted' })
export type Submitted = z.infer<typeof submittedSchema>

export const submissionPageSchema = pageOf(submissionItemSchema)
export type SubmissionPage = z.infer<typeof submissionPageSchema>
export const listSubmissionsQuerySchema = z.strictObject(pageQuery)
export type ListSubmissionsQuery = z.output<typeof listSubmissionsQuerySchema>
export const submissionParamSchema = z.object({ id: uuid })
