import { z } from 'zod'
import { dateTime, day, slug, uuid } from '../../shared/schemas.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { breakSchema } from '../breaks/breaks.schemas.ts'
import { calendarSchema } from '../calendar/calendar.schemas.ts'
import { codeDraftSchema } from '../code-drafts/code-drafts.schemas.ts'
import { commentSchema } from '../comments/comments.schemas.ts'
import { generationSchema } from '../generations/generations.schemas.ts'
import { keptHintSchema } from '../hints/hints.schemas.ts'
import { levels, storedIntakeSchema } from '../intake/intake.schemas.ts'
import { storedInterviewSchema } from '../interviews/interviews.schemas.ts'
import { reportSchema } from '../moderation/moderation.schemas.ts'
import { ownProblemInputSchema } from '../own-problems/own-problems.schemas.ts'
import { changeCauses } from '../plans/plan-changes.schemas.ts'
import { planSchema } from '../plans/plans.schemas.ts'
import { reminderInputSchema } from '../reminders/reminders.schemas.ts'
import { submissionSchema } from '../submissions/submissions.schemas.ts'

/** What a file says of itself, so that another installation knows whether it can read it. */
export const EXPORT_FORMAT = 'codify-export'
export const EXPORT_VERSION = 1

export const embeddingSchema = z.array(z.number())

/** Everything held on a learner. */
export const learnerExportSchema = z
  .object({
    format: z.literal(EXPORT_FORMAT),
    version: z.literal(EXPORT_VERSION),
    exported_at: dateTime,
    intake: storedIntakeSchema
      .extend({
        embedding: embeddingSchema.nullable(),
        embedding_model: z.string().nullable(),
      })
      .nullable(),
    settings: z
      .object({ day_start_hour: z.int(), daily_review_cap: z.int().nullable(), updated_at: dateTime })
      .nullable(),
    breaks: z.array(breakSchema),
    plans: z.array(
      planSchema.extend({
        plan_json: z.unknown().meta({ description: 'As it was saved; see PlanJson.' }),
        repaired_on: day.nullable(),
        revisions: z.array(
          z.object({
            revision: z.int(),
            cause: z.enum(changeCauses),
            changes: z.unknown().meta({ description: 'What moved; see PlanChange.' }),
            plan_json: z.unknown().meta({ description: 'The plan before; see PlanJson.' }),
            attempt_id: uuid.nullable(),
            known_topic: slug.nullable(),
            created_at: dateTime,
          }),
        ),
      }),
    ),
    generations: z.array(
      generationSchema.extend({
        model_answer: z.unknown().meta({ description: 'What the model proposed, while it is kept.' }),
        events: z.array(z.object({ seq: z.int(), type: z.string(), data: z.unknown() })),
      }),
    ),
    attempts: z.array(
      attemptSchema.extend({
        for_problem: slug.nullable().meta({ description: 'The problem whose review it stood for.' }),
      }),
    ),
    own_problems: z.array(
      ownProblemInputSchema.extend({ id: uuid, slug, created_at: dateTime, deleted_at: dateTime.nullable() }),
    ),
    notes: z.array(z.object({ problem: slug, body: z.string(), updated_at: dateTime })),
    code_drafts: z.array(codeDraftSchema.omit({ version: true }).extend({ problem: slug })),
    submissions: z.array(submissionSchema),
    hints: z.array(keptHintSchema),
    interviews: z.array(storedInterviewSchema),
    upvotes: z.array(
      z.object({ problem: z.string(), level: z.enum(levels).nullable(), created_at: dateTime }),
    ),
    comments: z.array(commentSchema.extend({ problem: z.string() })),
    reports: z.array(reportSchema.extend({ comment_id: uuid, created_at: dateTime })),
    calendar: calendarSchema.nullable().meta({ description: 'Without its key, which is not kept.' }),
    reminder: reminderInputSchema.nullable(),
    sessions_ended_at: dateTime.nullable().meta({ description: 'Sessions that began before are over.' }),
  })
  .meta({ ref: 'LearnerExport' })
export type LearnerExport = z.infer<typeof learnerExportSchema>

/** What is held on a learner, in the order in which it is told. */
export const deletedKinds = [
  'intake',
  'settings',
  'breaks',
  'plans',
  'plan_changes',
  'generations',
  'attempts',
  'standings',
  'reviews',
  'notes',
  'own_problems',
  'code_drafts',
  'submissions',
  'hints',
  'interviews',
  'upvotes',
  'comments',
  'reports',
  'calendar',
  'calendar_events',
  'reminders',
  'reminder_sends',
] as const
export type DeletedKind = (typeof deletedKinds)[number]

export const deletedSchema = z
  .object({
    deleted: z
      .record(z.enum(deletedKinds), z.int())
      .meta({ description: 'Rows that were deleted, by kind.' }),
  })
  .meta({ ref: 'Deleted' })
export type Deleted = z.infer<typeof deletedSchema>

export function nothingDeleted(): Deleted['deleted'] {
  return deletedSchema.shape.deleted.parse(Object.fromEntries(deletedKinds.map((kind) => [kind, 0])))
}
