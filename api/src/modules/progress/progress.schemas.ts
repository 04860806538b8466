import { z } from 'zod'
import { day, slug, uuid } from '../../shared/schemas.ts'
import { outcomeSchema, ratingSchema } from '../attempts/attempts.schemas.ts'

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
