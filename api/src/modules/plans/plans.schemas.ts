import { z } from 'zod'
import { outcomes, ratingSchema } from '../../shared/outcomes.ts'
import { dateTime, day, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'
import { answerSchema } from '../intake/intake.schemas.ts'
import { difficultySchema } from '../problems/problems.schemas.ts'

export const ruleIds = ['H0', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10'] as const
export const ruleIdSchema = z.enum(ruleIds)
export type RuleId = z.infer<typeof ruleIdSchema>

export const evidenceTypes = [
  'intake',
  'attempt',
  'prerequisite',
  'community',
  'similar',
  'knowledge',
] as const
export const evidenceSchema = z
  .object({
    type: z.enum(evidenceTypes),
    ref: z
      .string()
      .meta({ description: 'The fact: intake field, attempt id, `topic>topic`, slug or topic.' }),
    text: z.string().max(300),
  })
  .meta({ ref: 'Evidence' })
export type Evidence = z.infer<typeof evidenceSchema>

/** Reasons and themes: plain text, no address, no markup. */
export const planText = z
  .string()
  .max(300)
  .refine((text) => !/https?:|www\.|[<>]|\]\(/i.test(text), 'plain text only')

export const itemKinds = ['new', 'review', 'probe'] as const
export type ItemKind = (typeof itemKinds)[number]
export const planItemSchema = z
  .object({
    item_id: uuid,
    id: uuid,
    slug,
    title: z.string(),
    topic: slug,
    difficulty: difficultySchema,
    kind: z.enum(itemKinds),
    minutes: z.int(),
    reason: planText,
    evidence: z.array(evidenceSchema),
    first_date: day
      .optional()
      .meta({ description: 'The day it was planned for at first, once it was moved or added.' }),
    stands_for: slug.optional().meta({
      description: 'The problem whose review this is, when another of its pattern is met instead.',
    }),
  })
  .meta({ ref: 'PlanItem' })
export type PlanItem = z.infer<typeof planItemSchema>

export const planDaySchema = z
  .object({
    date: day,
    topic: slug,
    difficulty: difficultySchema,
    reason: planText,
    minutes: z.int(),
    problems: z.array(planItemSchema),
  })
  .meta({ ref: 'PlanDay' })
export type PlanDay = z.infer<typeof planDaySchema>

export const planWeekSchema = z
  .object({ index: z.int(), theme: planText, minutes: z.int(), days: z.array(planDaySchema) })
  .meta({ ref: 'PlanWeek' })
export type PlanWeek = z.infer<typeof planWeekSchema>

export const scoreParts = [
  'spacing',
  'weak_topics',
  'interleaving',
  'ramp',
  'variety',
  'slack',
  'practice',
] as const
export type ScorePart = (typeof scoreParts)[number]
export const certificateSchema = z
  .object({
    rules: z.array(
      z.object({ id: ruleIdSchema, passed: z.boolean(), repaired: z.boolean(), detail: z.string() }),
    ),
    score: z.number().min(0).max(100),
    parts: z.record(z.enum(scoreParts), z.number()),
  })
  .meta({ ref: 'Certificate' })
export type Certificate = z.infer<typeof certificateSchema>

export const overflowSchema = z.object({ slug, minutes: z.int(), reason: planText })

/** Changes of a new plan against the one before; null for a first plan. */
export const changesSchema = z
  .object({
    kept: z.array(z.object({ slug, reason: planText })),
    moved: z.array(z.object({ slug, from: day, to: day, reason: planText })),
    added: z.array(z.object({ slug, reason: planText })),
    removed: z.array(z.object({ slug, reason: planText })),
  })
  .meta({ ref: 'PlanChanges' })

/** An item that was planned and found no room any more. */
export const notReachedSchema = planItemSchema.pick({
  item_id: true,
  slug: true,
  title: true,
  kind: true,
  minutes: true,
})
export type NotReached = z.infer<typeof notReachedSchema>

export const planSources = ['model', 'model_repaired', 'rules'] as const
export const planJsonSchema = z
  .object({
    weeks: z.array(planWeekSchema),
    start_date: day,
    end_date: day,
    source: z.enum(planSources).meta({
      description:
        "'model': as the model proposed; 'model_repaired': with corrections; 'rules': made without it.",
    }),
    model: z.string().nullable(),
    note: z.string().max(500).meta({ description: 'One sentence for the learner: how this plan was made.' }),
    overflow: z.array(overflowSchema),
    certificate: certificateSchema,
    changes: changesSchema.nullable(),
    past: z
      .array(z.object({ date: day, minutes: z.int() }))
      .optional()
      .meta({
        description: 'Minutes that each past day held when it began; what was missed has moved on since.',
      }),
    not_reached: z
      .array(notReachedSchema)
      .optional()
      .meta({ description: 'Items that had to leave the plan because no room was left for them.' }),
  })
  .meta({ ref: 'PlanJson' })
export type PlanJson = z.infer<typeof planJsonSchema>

export const planStatuses = ['current', 'proposed', 'superseded'] as const
const declinedAt = dateTime.nullable().meta({
  description:
    'The moment the learner declined it; its status is `superseded` then. Null for every other plan.',
})
export const planSchema = z
  .object({
    id: uuid,
    generated_at: dateTime,
    status: z.enum(planStatuses),
    declined_at: declinedAt,
    revision: z.int().meta({ description: 'Rises with every change of the plan by rule or by a tap.' }),
    plan_json: planJsonSchema,
  })
  .meta({ ref: 'Plan' })
export type Plan = z.infer<typeof planSchema>

/** How an item went: part of each item that is read, and of none that is stored. */
export const itemStatusSchema = z.object({
  status: z.enum(['open', ...outcomes]),
  attempt_id: uuid.nullable().meta({ description: 'The attempt that counts for the item.' }),
  actual_minutes: z.int().nullable().meta({ description: 'Minutes of that attempt; null: not recorded.' }),
  rating: ratingSchema.nullable().meta({ description: 'How that attempt felt.' }),
})
export type ItemStatusFields = z.infer<typeof itemStatusSchema>

export const planItemViewSchema = planItemSchema.extend(itemStatusSchema.shape).meta({ ref: 'PlanItemView' })
export type PlanItemView = z.infer<typeof planItemViewSchema>
export const planDayViewSchema = planDaySchema
  .extend({ problems: z.array(planItemViewSchema) })
  .meta({ ref: 'PlanDayView' })
export type PlanDayView = z.infer<typeof planDayViewSchema>
export const planWeekViewSchema = planWeekSchema
  .extend({ days: z.array(planDayViewSchema) })
  .meta({ ref: 'PlanWeekView' })
export type PlanWeekView = z.infer<typeof planWeekViewSchema>
export const planJsonViewSchema = planJsonSchema
  .extend({ weeks: z.array(planWeekViewSchema) })
  .meta({ ref: 'PlanJsonView' })
export type PlanJsonView = z.infer<typeof planJsonViewSchema>

export const planProgressSchema = z
  .object({
    planned: z.int().meta({ description: 'Items of the plan, with those that found no room later.' }),
    practised: z.int().meta({ description: 'Items that are solved, tried or stuck.' }),
    solved: z.int(),
    not_reached: z
      .array(notReachedSchema)
      .meta({ description: 'From the last day of the plan on: items that are not practised.' }),
    solved_before: z.int().meta({ description: 'Problems solved under the plans before this one.' }),
  })
  .meta({ ref: 'PlanProgress' })
export type PlanProgress = z.infer<typeof planProgressSchema>

/** A plan as it is read: the stored plan, with the status of each item. */
export const planViewSchema = planSchema
  .extend({ progress: planProgressSchema, plan_json: planJsonViewSchema })
  .meta({ ref: 'PlanView' })
export type PlanView = z.infer<typeof planViewSchema>

/** The plan that is being followed, with what a page needs to know of its problems. */
export const currentPlanSchema = planViewSchema
  .extend({
    exercises: z
      .array(slug)
      .meta({ description: 'Those of its problems that can be practised in the page.' }),
    today: day.meta({
      description: "The learner's own day: what the plan holds for it and after is to come.",
    }),
  })
  .meta({ ref: 'CurrentPlan' })
export type CurrentPlan = z.infer<typeof currentPlanSchema>

/** A plan as the history lists it: without its days. */
export const planSummarySchema = z
  .object({
    id: uuid,
    generated_at: dateTime,
    status: z.enum(planStatuses),
    declined_at: declinedAt,
    start_date: day,
    end_date: day,
    source: z.enum(planSources),
    weeks: z.int(),
    problems: z.int().meta({ description: 'Different problems, however often each one comes back.' }),
    score: z.number(),
  })
  .meta({ ref: 'PlanSummary' })
export type PlanSummary = z.infer<typeof planSummarySchema>
export const planPageSchema = pageOf(planSummarySchema)
export const listPlansQuerySchema = z.strictObject(pageQuery)
export const planParamSchema = z.object({ id: uuid })

export const whatIfQuerySchema = z.strictObject({
  hours_per_week: z.coerce.number().int().min(1).max(80),
  weeks: z.coerce.number().int().min(1).max(52),
})
export const whatIfSchema = z
  .object({
    hours_per_week: z.int(),
    weeks: z
      .int()
      .meta({ description: 'Weeks that the plan would cover: four at most, and none past the interview.' }),
    problems: z.int().meta({ description: 'Different problems that would be planned.' }),
    reviews: z.int().meta({ description: 'Times that a problem met before would come back.' }),
    overflow: z.int().meta({ description: 'Useful problems that would still not fit.' }),
    minutes: z.int(),
    score: z.number(),
  })
  .meta({ ref: 'WhatIf' })
export type WhatIf = z.infer<typeof whatIfSchema>

export const createPlanSchema = z.strictObject({
  answers: z.array(answerSchema).max(10).default([]).meta({ description: 'Kept with the intake, for good.' }),
  accept: z.boolean().default(true).meta({ description: 'false: the plan waits as a proposal.' }),
})
export type CreatePlan = z.input<typeof createPlanSchema>
