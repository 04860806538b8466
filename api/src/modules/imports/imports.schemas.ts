import { z } from 'zod'
import { dateTime, day, givenDateTime, slug, uuid } from '../../shared/schemas.ts'
import { attemptSchema, createAttemptSchema } from '../attempts/attempts.schemas.ts'
import { breakSchema } from '../breaks/breaks.schemas.ts'
import { codeDraftSchema } from '../code-drafts/code-drafts.schemas.ts'
import { commentSchema, createCommentSchema } from '../comments/comments.schemas.ts'
import { generationEventSchema, generationSchema } from '../generations/generations.schemas.ts'
import { hintTextMax, keptHintSchema } from '../hints/hints.schemas.ts'
import { levels, storedIntakeSchema } from '../intake/intake.schemas.ts'
import { storedInterviewSchema } from '../interviews/interviews.schemas.ts'
import { timeZoneSchema } from '../learner-day/learner-day.schemas.ts'
import { EXPORT_FORMAT, EXPORT_VERSION, learnerExportSchema } from '../learners/learners.schemas.ts'
import { noteBody } from '../notes/notes.schemas.ts'
import { ownProblemInputSchema } from '../own-problems/own-problems.schemas.ts'
import { changeCauses, changeSetSchema } from '../plans/plan-changes.schemas.ts'
import { planJsonSchema, planSchema } from '../plans/plans.schemas.ts'
import { modelAnswerSchema } from '../proposals/proposals.schemas.ts'
import { changeSettingsSchema } from '../settings/settings.schemas.ts'
import {
  agreement,
  agrees,
  submissionResultShape,
  submissionSchema,
} from '../submissions/submissions.schemas.ts'

/** The largest file that is read; a real one of plans alone has a million values. */
export const IMPORT_MAX_BYTES = 20 * 1024 * 1024
export const IMPORT_MAX_VALUES = 1_500_000
const COMMENTS_MAX = 2_000
const OWN_PROBLEMS_MAX = 5_000

const { shape: exported } = learnerExportSchema
const format = z.literal(EXPORT_FORMAT, 'Not a file of Codify: give the one that GET /v1/me/export made.')
const version = z.literal(EXPORT_VERSION, {
  error: ({ input }) =>
    `This installation reads version ${EXPORT_VERSION}; the file says ${JSON.stringify(input)?.slice(0, 20)}.`,
})

const eventSchema = z
  .strictObject({ seq: z.int().min(1), type: z.string(), data: z.looseObject({}) })
  .transform(({ seq, type, data }, context) => {
    const event = generationEventSchema.safeParse({ ...data, type })
    if (event.success) return { seq, event: event.data }
    context.issues.push({ code: 'custom', input: data, message: 'Not an event of a generation.' })
    return z.NEVER
  })

/** The file that the export made. */
export const importFileSchema = z.strictObject({
  ...exported,
  format,
  version,
  intake: z
    .strictObject({
      ...storedIntakeSchema.shape,
      time_zone: timeZoneSchema,
      embedding: z.array(z.number()).nullable(),
      embedding_model: z.string().nullable(),
    })
    .nullable(),
  settings: z
    .strictObject({
      day_start_hour: changeSettingsSchema.shape.day_start_hour.unwrap(),
      daily_review_cap: changeSettingsSchema.shape.daily_review_cap.unwrap(),
      updated_at: givenDateTime,
    })
    .nullable(),
  breaks: z.array(
    z
      .strictObject({ ...breakSchema.shape, created_at: givenDateTime })
      .refine(({ from, to }) => to >= from, { path: ['to'], message: 'Not before the first day.' }),
  ),
  plans: z.array(
    z.strictObject({
      ...planSchema.shape,
      revision: z.int32().min(0),
      repaired_on: day.nullable(),
      generated_at: givenDateTime,
      /** Files of before had none. */
      declined_at: givenDateTime.nullable().default(null),
      revisions: z.array(
        z.strictObject({
          revision: z.int32().min(1),
          cause: z.enum(changeCauses),
          changes: changeSetSchema,
          plan_json: planJsonSchema,
          attempt_id: uuid.nullable(),
          // Exports of before did not have it.
          known_topic: slug.nullable().default(null),
          created_at: givenDateTime,
        }),
      ),
    }),
  ),
  generations: z.array(
    z.strictObject({
      ...generationSchema.shape,
      created_at: givenDateTime,
      model_answer: modelAnswerSchema.nullable(),
      events: z.array(eventSchema),
    }),
  ),
  attempts: z.array(
    z
      .strictObject({
        ...attemptSchema.shape,
        minutes: createAttemptSchema.shape.minutes.unwrap().nullable(),
        hints_used: createAttemptSchema.shape.hints_used.unwrap().nullable(),
        for_problem: slug.nullable(),
        // Exports of before had no pastes.
        paste_id: uuid.nullable().default(null),
        pasted_at: givenDateTime.nullable().default(null),
        retracted_at: givenDateTime.nullable(),
        started_at: givenDateTime.nullable(),
        created_at: givenDateTime,
      })
      .refine(({ paste_id, pasted_at }) => (paste_id === null) === (pasted_at === null), {
        path: ['pasted_at'],
        message: 'With a paste its moment, and neither without.',
      }),
  ),
  own_problems: z
    .array(
      z.strictObject({
        ...ownProblemInputSchema.shape,
        id: uuid,
        slug: slug.startsWith('own-'),
        created_at: givenDateTime,
        deleted_at: givenDateTime.nullable(),
      }),
    )
    .max(OWN_PROBLEMS_MAX, `At most ${OWN_PROBLEMS_MAX} problems of one’s own.`),
  notes: z.array(z.strictObject({ problem: slug, body: noteBody, updated_at: givenDateTime })),
  code_drafts: z.array(
    z.strictObject({
      ...codeDraftSchema.omit({ version: true }).shape,
      problem: slug,
      updated_at: givenDateTime,
    }),
  ),
  submissions: z.array(
    z
      .strictObject({ ...submissionSchema.shape, ...submissionResultShape, created_at: givenDateTime })
      .refine(agrees, agreement),
  ),
  // Files from before there were any have none.
  hints: z
    .array(
      z.strictObject({
        ...keptHintSchema.shape,
        text: z.string().min(1).max(hintTextMax),
        model: z.string().min(1).max(200),
        created_at: givenDateTime,
      }),
    )
    .default([]),
  interviews: z.array(
    z
      .strictObject({
        ...storedInterviewSchema.shape,
        started_at: givenDateTime,
        predicted_at: givenDateTime.nullable(),
        ended_at: givenDateTime.nullable(),
      })
      .refine(isWhole, { path: ['pattern'], message: 'A prediction has all of its parts, or none.' }),
  ),
  upvotes: z.array(
    z.strictObject({ problem: slug, level: z.enum(levels).nullable(), created_at: givenDateTime }),
  ),
  comments: z
    .array(
      z.strictObject({
        ...commentSchema.shape,
        body: createCommentSchema.shape.body,
        problem: slug,
        created_at: givenDateTime,
        updated_at: givenDateTime,
      }),
    )
    .max(COMMENTS_MAX, `At most ${COMMENTS_MAX} comments.`),
})

function isWhole(
  one: Pick<z.infer<typeof storedInterviewSchema>, 'pattern' | 'confidence' | 'is_right' | 'predicted_at'>,
) {
  const parts = [one.pattern, one.confidence, one.is_right, one.predicted_at].map((part) => part === null)
  return new Set(parts).size === 1
}

export type ImportFile = z.output<typeof importFileSchema>

/** What becomes of each part of a file: the compiler asks for a line here whenever the export grows. */
export const importedParts = {
  format: 'checked',
  version: 'checked',
  exported_at: 'checked',
  intake: 'imported',
  settings: 'imported',
  breaks: 'imported',
  plans: 'imported',
  generations: 'imported',
  attempts: 'imported',
  own_problems: 'imported',
  notes: 'imported',
  code_drafts: 'imported',
  submissions: 'imported',
  hints: 'imported',
  interviews: 'imported',
  upvotes: 'imported',
  comments: 'imported',
  // They were made to the moderators of where the file comes from, and would hide others' comments again.
  reports: 'left out',
  // Of the old account's sign-ins.
  calendar: 'left out',
  reminder: 'left out',
  sessions_ended_at: 'left out',
} as const satisfies Record<keyof typeof exported, 'checked' | 'imported' | 'left out'>

export const importedSchema = z
  .object({
    imported: z.object({
      intake: z.int(),
      plans: z.int(),
      generations: z.int(),
      attempts: z.int(),
      own_problems: z.int(),
      notes: z.int(),
      code_drafts: z.int(),
      submissions: z.int(),
      hints: z.int(),
      interviews: z.int(),
      upvotes: z.int(),
      comments: z.int(),
    }),
    left_out: z.object({ reports: z.int() }).meta({ description: 'In the file and not taken over.' }),
    hidden: z.object({ comments: z.int() }).meta({
      description: 'Taken over for the learner alone: nobody else sees them, and no count has them.',
    }),
    exported_at: dateTime,
  })
  .meta({ ref: 'Imported' })
export type Imported = z.infer<typeof importedSchema>
