import { z } from 'zod'
import { dateTime, uuid } from '../../shared/schemas.ts'
import { planDaySchema } from '../plans/plans.schemas.ts'

export const generationStates = ['queued', 'running', 'done', 'failed'] as const
export const generationSchema = z
  .object({
    id: uuid,
    state: z.enum(generationStates),
    plan_id: uuid.nullable(),
    created_at: dateTime,
    error_code: z.string().nullable(),
  })
  .meta({ ref: 'Generation' })
export type Generation = z.infer<typeof generationSchema>

export const generationParamSchema = z.object({ id: uuid })

/** The named steps of a generation, in order. */
export const stages = ['embed', 'retrieve', 'rank', 'prompt', 'complete', 'verify', 'save'] as const

/** The server-sent events of a generation: `event:` is `type`, `data:` the rest as JSON, `id:` a number from 1. */
export const generationEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stage'), stage: z.enum(stages), detail: z.string() }),
  z.object({ type: z.literal('day'), week: z.int(), day: planDaySchema }),
  z.object({ type: z.literal('done'), plan_id: uuid }),
  z.object({ type: z.literal('failed'), code: z.string(), detail: z.string() }),
])
export type GenerationEvent = z.infer<typeof generationEventSchema>
