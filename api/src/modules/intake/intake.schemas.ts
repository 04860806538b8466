import { z } from 'zod'
import { levels } from '../../shared/levels.ts'
import { dateTime, day, slug } from '../../shared/schemas.ts'
import { timeZoneSchema } from '../learner-day/learner-day.schemas.ts'
import { planChangeSchema } from '../plans/changes/plan-changes.schemas.ts'

export { levels }

export const weaknesses = ['conceptual', 'pattern_recognition', 'speed', 'communication'] as const
export type Weakness = (typeof weaknesses)[number]

const longText = z.string().trim().max(2000, 'At most 2000 characters.')

/** The intake: body of `PUT /v1/intake`, and the schema of the questionnaire. */
export const intakeSchema = z
  .strictObject({
    level: z.enum(levels, 'Choose beginner, intermediate or advanced.'),
    role_target: z
      .array(z.string().trim().min(1, 'Name a role.').max(40, 'At most 40 characters a role.'))
      .min(1, 'Name at least one role.')
      .max(5, 'At most five roles.'),
    timeline_weeks: z.int('Whole weeks.').min(1, 'At least one week.').max(52, 'At most 52 weeks.'),
    hours_per_week: z
      .int('Whole hours.')
      .min(1, 'At least one hour a week.')
      .max(80, 'At most 80 hours a week.'),
    topic_confidence: z
      .record(slug, z.int().min(1, 'From 1 to 5.').max(5, 'From 1 to 5.'))
      .meta({ description: 'Topic to 1 (new to me) … 5 (I could teach it); topics may be left out.' }),
    weaknesses: z
      .array(z.enum(weaknesses))
      .max(weaknesses.length)
      .transform((all) => [...new Set(all)])
      .default([]),
    constraints: longText.default(''),
    past_experience: longText.default(''),
    study_days: z
      .array(z.int().min(1).max(7))
      .min(1, 'Choose at least one day to study on.')
      .max(7)
      .transform((all) => [...new Set(all)].sort((a, b) => a - b))
      .default([1, 2, 3, 4, 5, 6, 7])
      .meta({ description: 'ISO weekdays, 1 (Monday) to 7.' }),
    interview_date: day.nullable().default(null),
    time_zone: timeZoneSchema.default('UTC'),
    known_topics: z
      .array(slug)
      .max(100)
      .transform((all) => [...new Set(all)])
      .default([])
      .meta({ description: 'Topics to leave out of the plan.' }),
    allow_premium: z.boolean().default(false),
  })
  .meta({ ref: 'IntakeInput' })
export type IntakeInput = z.input<typeof intakeSchema>
export type Intake = z.output<typeof intakeSchema>

export const topicParamSchema = z.object({ topic: slug })

export const answerSchema = z.strictObject({
  q: z.string().trim().min(1).max(200),
  a: z.string().trim().min(1).max(2000),
})
export type Answer = z.infer<typeof answerSchema>

export const storedIntakeSchema = z
  .object({
    ...intakeSchema.shape,
    time_zone: z.string(),
    regeneration_answers: z.array(answerSchema),
    created_at: dateTime,
    updated_at: dateTime,
  })
  .meta({ ref: 'Intake' })
export type StoredIntake = z.output<typeof storedIntakeSchema>

/** An intake that was changed, and what that did to the plan under way. */
export const changedIntakeSchema = storedIntakeSchema
  .extend({
    change: planChangeSchema
      .nullable()
      .meta({ description: 'What moved in the plan; null when nothing did.' }),
  })
  .meta({ ref: 'ChangedIntake' })
export type ChangedIntake = z.output<typeof changedIntakeSchema>
