import { z } from 'zod'
import { outcomeSchema, ratingSchema } from '../../shared/outcomes.ts'
import { day, slug, uuid } from '../../shared/schemas.ts'
import { difficultySchema } from '../problems/problems.schemas.ts'

/** Actual against estimated minutes over first solves. */
export const paceSchema = z
  .object({
    ratio: z
      .number()
      .meta({ description: '1.2: a fifth longer than estimated; what is left is planned so.' }),
    solves: z.int().meta({ description: 'First solves with minutes that it rests on.' }),
    evidence: z.array(z.object({ slug, estimated: z.int(), actual: z.int(), date: day })),
  })
  .meta({ ref: 'Pace' })
export type Pace = z.infer<typeof paceSchema>

export const masteryLevels = ['new', 'learning', 'shaky', 'solid'] as const
export type MasteryLevel = (typeof masteryLevels)[number]

export const topicProgressSchema = z
  .object({
    topic: slug,
    title: z.string(),
    self_rating: z.int().nullable().meta({ description: '1–5, from the intake.' }),
    level: z.enum(masteryLevels),
    value: z
      .number()
      .nullable()
      .meta({ description: '0–1, recency-weighted; null without a graded attempt.' }),
    measured_rating: z.int().nullable().meta({
      description:
        'The same on the scale of the self-rating, once enough was measured; it then counts instead.',
    }),
    gap: z.int().nullable().meta({ description: 'measured_rating minus self_rating.' }),
    attempts: z.int().meta({ description: 'Graded attempts behind it.' }),
    days: z.int(),
    latest: z
      .array(z.object({ id: uuid, slug, outcome: outcomeSchema, rating: ratingSchema.nullable(), date: day }))
      .meta({ description: 'The newest five of them.' }),
  })
  .meta({ ref: 'TopicProgress' })
export type TopicProgress = z.infer<typeof topicProgressSchema>
export const topicsProgressSchema = z
  .object({ items: z.array(topicProgressSchema), pace: paceSchema.nullable() })
  .meta({ ref: 'TopicsProgress' })
export type TopicsProgress = z.infer<typeof topicsProgressSchema>

const unrecorded = z.int().meta({ description: 'Attempts of which no minutes were recorded.' })

export const progressWeekSchema = z
  .object({
    from: day.meta({ description: 'A Monday.' }),
    to: day.meta({ description: 'The Sunday, or today.' }),
    planned: z.int(),
    actual: z.int(),
    unrecorded,
    days: z.array(z.object({ date: day, planned: z.int(), actual: z.int(), unrecorded })),
  })
  .meta({ ref: 'ProgressWeek' })
export type ProgressWeek = z.infer<typeof progressWeekSchema>

const activityDaySchema = z.object({ date: day, minutes: z.int(), attempts: z.int(), unrecorded })
export type ActivityDay = z.infer<typeof activityDaySchema>
export const activitySchema = z
  .object({
    from: day,
    to: day,
    minutes: z.int(),
    attempts: z.int(),
    unrecorded,
    days: z.array(activityDaySchema).meta({ description: 'Days with practice, oldest first.' }),
  })
  .meta({ ref: 'Activity' })
export type Activity = z.infer<typeof activitySchema>

export const freeReasons = ['break', 'no_study_day'] as const
const loadDaySchema = z.object({
  date: day,
  new_minutes: z.int(),
  review_minutes: z.int(),
  planned: z
    .boolean()
    .meta({ description: 'false: after the plan; reviews that fall due are all there is.' }),
  free: z.enum(freeReasons).nullable(),
})
export type LoadDay = z.infer<typeof loadDaySchema>
export const loadSchema = z
  .object({
    limit: z.int().meta({ description: 'Minutes of one day at most.' }),
    days: z.array(loadDaySchema).meta({ description: 'Fourteen, from today.' }),
    waiting_minutes: z
      .int()
      .meta({ description: 'Reviews due after the plan that found no room in these days.' }),
  })
  .meta({ ref: 'Load' })
export type Load = z.infer<typeof loadSchema>

export const difficultyPaceSchema = z
  .object({
    difficulty: difficultySchema,
    solves: z.int().meta({ description: 'Latest first solves with minutes, thirty at most.' }),
    estimated: z
      .int()
      .nullable()
      .meta({ description: 'Median minutes by the catalogue; null without solves.' }),
    actual: z.int().nullable().meta({ description: 'Median minutes that were taken.' }),
    ratio: z.number().nullable().meta({ description: 'Median of actual to estimated minutes.' }),
  })
  .meta({ ref: 'DifficultyPace' })
export type DifficultyPace = z.infer<typeof difficultyPaceSchema>

export const progressSchema = z
  .object({
    date: day,
    time_zone: z.string(),
    plan: z.object({ start_date: day, end_date: day }).nullable().meta({ description: 'The current one.' }),
    active_days: z.object({ of: z.int(), count: z.int() }),
    weeks: z.array(progressWeekSchema).meta({
      description:
        'Planned against actual minutes of twelve weeks: as recorded, with the number of attempts without any.',
    }),
    activity: activitySchema,
    load: loadSchema,
    pace_by_difficulty: z.array(difficultyPaceSchema),
  })
  .meta({ ref: 'Progress' })
export type Progress = z.infer<typeof progressSchema>
