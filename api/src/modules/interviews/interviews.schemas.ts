import { z } from 'zod'
import { dateTime, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'
import { exerciseSchema } from '../exercises/exercises.schemas.ts'
import { difficultySchema } from '../problems/problems.schemas.ts'
import { submissionOutcomeSchema, submittedSchema } from '../submissions/submissions.schemas.ts'

export const INTERVIEW_MINUTES = { least: 10, most: 120, usual: 45 } as const

export const startInterviewSchema = z.strictObject({
  minutes: z
    .int('Whole minutes.')
    .min(INTERVIEW_MINUTES.least, `At least ${INTERVIEW_MINUTES.least} minutes.`)
    .max(INTERVIEW_MINUTES.most, `At most ${INTERVIEW_MINUTES.most} minutes.`)
    .default(INTERVIEW_MINUTES.usual),
})

const confidence = z
  .int('A whole percentage.')
  .min(50, 'At least 50: below that, another pattern is likelier.')
  .max(100, 'At most 100.')

export const predictSchema = z.strictObject({ pattern: slug, confidence })
export type Prediction = z.infer<typeof predictSchema>

export const endInterviewSchema = z.strictObject({
  submission_id: uuid.nullable().default(null).meta({ description: 'Of its problem; the best one made.' }),
})

export const interviewSchema = z
  .object({
    id: uuid,
    problem: slug.nullable().meta({ description: 'What it is about; null until it ended.' }),
    minutes: z.int(),
    started_at: dateTime,
    prediction: predictSchema.extend({ made_at: dateTime }).nullable(),
    ended_at: dateTime.nullable(),
    reveal: z
      .object({
        title: z.string(),
        topic: slug,
        difficulty: difficultySchema,
        patterns: z.array(slug),
        is_right: z.boolean().nullable().meta({ description: 'Null without a prediction.' }),
        outcome: submissionOutcomeSchema.nullable(),
        submission_id: uuid.nullable(),
      })
      .nullable()
      .meta({ description: 'What was hidden; null until it ended.' }),
  })
  .meta({ ref: 'Interview' })
export type Interview = z.infer<typeof interviewSchema>

/** The exercise of an interview, without what names it. */
export const interviewExerciseSchema = exerciseSchema
  .omit({ slug: true, digest: true })
  .meta({ ref: 'InterviewExercise' })
export type InterviewExercise = z.infer<typeof interviewExerciseSchema>

/** A submission of an interview, without what it was made for. */
export const interviewSubmittedSchema = submittedSchema
  .omit({ problem: true })
  .meta({ ref: 'InterviewSubmitted' })
export type InterviewSubmitted = z.infer<typeof interviewSubmittedSchema>

export const interviewPageSchema = pageOf(interviewSchema)
export type InterviewPage = z.infer<typeof interviewPageSchema>
export const listInterviewsQuerySchema = z.strictObject(pageQuery)
export const interviewParamSchema = z.object({ id: uuid })

export const calibrationSchema = z
  .object({
    predictions: z.int(),
    right: z.int(),
    brier: z.number().nullable().meta({
      description:
        'Mean squared distance of how sure one was from what was so: 0 is perfect, 0.25 is a guess.',
    }),
    bands: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        count: z.int(),
        right: z.int(),
        mean_confidence: z.number().nullable(),
      }),
    ),
  })
  .meta({ ref: 'Calibration' })
export type Calibration = z.infer<typeof calibrationSchema>

/** As it is kept, for the export and its way back. */
export const storedInterviewSchema = z.object({
  id: uuid,
  problem: slug,
  minutes: z.int().min(INTERVIEW_MINUTES.least).max(INTERVIEW_MINUTES.most),
  started_at: dateTime,
  pattern: slug.nullable(),
  confidence: confidence.nullable(),
  is_right: z.boolean().nullable(),
  predicted_at: dateTime.nullable(),
  ended_at: dateTime.nullable(),
  submission_id: uuid.nullable(),
})
