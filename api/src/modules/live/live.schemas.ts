import { z } from 'zod'

/** `today`: attempts and breaks; `plan`: the current plan and proposals; `marks`: marks of patterns. */
export const liveKinds = ['today', 'plan', 'marks'] as const
export const liveKindSchema = z.enum(liveKinds)
export type LiveKind = z.infer<typeof liveKindSchema>

/** The data of a `changed` event. */
export const liveChangeSchema = z.object({ changed: z.array(liveKindSchema) }).meta({ ref: 'LiveChange' })
export type LiveChange = z.infer<typeof liveChangeSchema>

export const liveHeaderSchema = z.object({ 'last-event-id': z.string().max(100).optional() })
