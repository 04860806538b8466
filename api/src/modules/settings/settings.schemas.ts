import { z } from 'zod'
import { intakeSchema } from '../intake/intake.schemas.ts'
import { unknownTimeZoneSchema } from '../learner-day/learner-day.schemas.ts'
import { planChangeSchema } from '../plans/changes/plan-changes.schemas.ts'

const dayStartHour = z.int('Whole hours.').min(0, 'From 0 (midnight).').max(12, 'To 12 (noon).').meta({
  description: 'The hour at which a new day begins: what is done before it counts for the day before.',
})
const dailyReviewCap = z
  .int('Whole reviews.')
  .min(0, 'None is 0.')
  .max(50, 'At most 50.')
  .nullable()
  .meta({ description: 'Reviews a day at most; null leaves it to the hours.' })
const { hours_per_week, study_days, time_zone } = intakeSchema.shape

/** Settings that shape a learner's days. The last three are the intake's, and null before the first intake. */
export const settingsSchema = z
  .object({
    day_start_hour: dayStartHour,
    daily_review_cap: dailyReviewCap,
    hours_per_week: z.int().nullable(),
    study_days: z.array(z.int()).nullable(),
    time_zone: z.string().nullable(),
    unknown_time_zone: unknownTimeZoneSchema,
  })
  .meta({ ref: 'Settings' })
export type Settings = z.infer<typeof settingsSchema>

/** The settings, with what the learner may know of the installation. */
export const readSettingsSchema = settingsSchema
  .extend({
    has_model: z
      .boolean()
      .meta({ description: 'A language model reads what learners write; without one the rules plan alone.' }),
  })
  .meta({ ref: 'ReadSettings' })
export type ReadSettings = z.infer<typeof readSettingsSchema>

export const changeSettingsSchema = z
  .strictObject({
    day_start_hour: dayStartHour.optional(),
    daily_review_cap: dailyReviewCap.optional(),
    hours_per_week: hours_per_week.optional(),
    study_days: study_days.unwrap().optional(),
    time_zone: time_zone.unwrap().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'Give at least one setting.')
  .meta({ ref: 'SettingsInput' })
export type ChangeSettings = z.output<typeof changeSettingsSchema>

export const changedSettingsSchema = z
  .object({
    settings: settingsSchema,
    change: planChangeSchema
      .nullable()
      .meta({ description: 'What moved in the plan; null when nothing did.' }),
  })
  .meta({ ref: 'ChangedSettings' })
export type ChangedSettings = z.infer<typeof changedSettingsSchema>
