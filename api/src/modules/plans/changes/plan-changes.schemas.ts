import { z } from 'zod'
import { day, slug, uuid } from '../../../shared/schemas.ts'

export const changeCauses = [
  'new_day',
  'break',
  'hours',
  'harder_week',
  'skip',
  'swap',
  'later',
  'add',
  'settings',
  'cut',
  'topic',
  'intake',
] as const
export type ChangeCause = (typeof changeCauses)[number]

const item = { item_id: uuid, slug, title: z.string() }

/** Items that one change of the plan moved, dropped and added; `revision` names the change for undo. */
export const planChangeSchema = z
  .object({
    revision: z.int(),
    cause: z.enum(changeCauses),
    moved: z.array(z.object({ ...item, from: day, to: day, reason: z.string() })),
    dropped: z.array(z.object({ ...item, from: day, reason: z.string() })),
    added: z.array(z.object({ ...item, to: day, reason: z.string() })),
  })
  .meta({ ref: 'PlanChange' })
export type PlanChange = z.infer<typeof planChangeSchema>
/** A change of the plan before it has a number. */
export type ChangeSet = Omit<PlanChange, 'revision' | 'cause'>
export const changeSetSchema = planChangeSchema.omit({ revision: true, cause: true })

export const undoSchema = z.strictObject({
  revision: z.int().min(1).meta({ description: 'The newest change of the plan.' }),
})
