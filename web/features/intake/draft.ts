import { levels, timeZoneSchema, weaknesses } from '@codify/api/contract'
import { z } from 'zod'

/** What was typed so far: each field alone may be missing or unfinished, and none spoils the others. */
const draftSchema = z.object({
  saved_at: z.number(),
  step: z.int().min(1).max(5).catch(1),
  values: z.object({
    level: z.enum(levels).optional().catch(undefined),
    role_target: z.array(z.string()).catch([]),
    timeline_weeks: z.number().optional().catch(undefined),
    hours_per_week: z.number().optional().catch(undefined),
    topic_confidence: z.record(z.string(), z.number()).catch({}),
    weaknesses: z.array(z.enum(weaknesses)).catch([]),
    constraints: z.string().catch(''),
    past_experience: z.string().catch(''),
    study_days: z.array(z.number()).catch([1, 2, 3, 4, 5, 6, 7]),
    interview_date: z.string().nullable().catch(null),
    time_zone: timeZoneSchema.catch('UTC'),
    known_topics: z.array(z.string()).catch([]),
    allow_premium: z.boolean().catch(false),
  }),
})
export type Draft = z.infer<typeof draftSchema>

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (learnerId: string) => `codify.intake-draft.${learnerId}`

/** The learner's draft, unless there is none or the intake was saved after it (`savedSince`, milliseconds). */
export function readDraft({
  storage,
  learnerId,
  savedSince,
}: {
  storage: DraftStorage
  learnerId: string
  savedSince: number
}): Draft | undefined {
  const draft = draftSchema.safeParse(parseJson(storage.getItem(keyOf(learnerId))))
  return draft.success && draft.data.saved_at > savedSince ? draft.data : undefined
}

export function writeDraft({
  storage,
  learnerId,
  draft,
}: {
  storage: DraftStorage
  learnerId: string
  draft: { saved_at: number; step: number; values: unknown }
}): void {
  storage.setItem(keyOf(learnerId), JSON.stringify(draft))
}

export function clearDraft({ storage, learnerId }: { storage: DraftStorage; learnerId: string }): void {
  storage.removeItem(keyOf(learnerId))
}

function parseJson(text: string | null): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
