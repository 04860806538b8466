import { z } from 'zod'
import { day, slug, uuid } from '../../shared/schemas.ts'
import { unknownTimeZoneSchema } from '../learner-day/learner-day.schemas.ts'
import { planChangeSchema } from '../plans/plan-changes.schemas.ts'
import { planItemViewSchema } from '../plans/plans.schemas.ts'
import { paceSchema } from '../progress/progress.schemas.ts'

const minutes = z.coerce
  .number()
  .int('Whole minutes.')
  .min(1, 'At least one minute.')
  .max(1440, 'At most a day: 1440 minutes.')
export const todayQuerySchema = z.strictObject({
  minutes: minutes.optional().meta({ description: 'Shows what would fit; nothing is kept.' }),
})
export const cutSchema = z.strictObject({
  minutes: z.int('Whole minutes.').min(1, 'At least one minute.').max(1440, 'At most a day: 1440 minutes.'),
})

export const itemActions = ['skip', 'swap', 'later'] as const
export const itemActionParamSchema = z.object({ item_id: uuid, action: z.enum(itemActions) })
export type ItemAction = (typeof itemActions)[number]

export const todayStates = [
  'ready',
  'free_day',
  'break',
  'not_started',
  'ended',
  'no_plan',
  'no_intake',
] as const

export const todayItemSchema = planItemViewSchema
  .extend({
    due: z
      .enum(['review', 'new', 'earlier'])
      .meta({ description: "'earlier': left from a day that has passed." }),
    position: z.int(),
    has_exercise: z.boolean().meta({ description: 'Whether it can be practised in the page.' }),
  })
  .meta({ ref: 'TodayItem' })
export type TodayItem = z.infer<typeof todayItemSchema>

export const addItemSchema = z.strictObject({
  slug: slug.meta({ description: 'Of the catalogue, or one of your own.' }),
  date: day
    .optional()
    .meta({ description: 'An open study day of the plan; without it where there is room.' }),
})
export type AddItem = z.infer<typeof addItemSchema>

export const todaySchema = z
  .object({
    date: day.meta({ description: "The learner's own day: it begins at `day_start_hour` in `time_zone`." }),
    time_zone: z.string(),
    unknown_time_zone: unknownTimeZoneSchema,
    day_start_hour: z.int(),
    state: z.enum(todayStates).meta({
      description:
        "'free_day': no study day, or nothing planned; 'ended': the plan's days are over, make a new one.",
    }),
    plan_id: uuid.nullable(),
    revision: z.int(),
    minutes: z.object({
      planned: z.int(),
      done: z.int().meta({ description: 'As recorded.' }),
      unrecorded: z.int().meta({ description: 'Practised items of which no minutes were recorded.' }),
      left: z.int(),
    }),
    stop_after: z.int().nullable().meta({
      description: 'Index of the last item for today; null when there is none. What follows is extra.',
    }),
    items: z.array(todayItemSchema).meta({ description: 'In the order to do them: due reviews first.' }),
    next_day: z.object({ date: day, minutes: z.int(), items: z.int() }).nullable(),
    active_days: z.object({ of: z.int(), count: z.int() }),
    change: planChangeSchema
      .nullable()
      .meta({ description: 'The newest change of today that can be undone, or what a preview would do.' }),
    pace: paceSchema.nullable(),
    break: z.object({ id: uuid, from: day, to: day }).nullable(),
  })
  .meta({ ref: 'Today' })
export type Today = z.infer<typeof todaySchema>
