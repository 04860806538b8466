import { type Attempt, createAttemptSchema, type PlanItemView, type Today } from '@codify/api/contract'
import { z } from 'zod'

const markedOutcomes = ['solved', 'tried', 'stuck'] as const
export type MarkedOutcome = (typeof markedOutcomes)[number]

const waitingMarkSchema = z.object({
  itemId: z.string(),
  slug: z.string(),
  title: z.string(),
  attempt: createAttemptSchema.extend({ outcome: z.enum(markedOutcomes) }),
  /** The attempt that this one corrects. */
  replaces: z.string().nullable(),
  key: z.string(),
})
/** A mark that the API has not confirmed yet. */
export type WaitingMark = z.infer<typeof waitingMarkSchema>

/** The stored marks; nonsense in their place is none. */
export function parseWaiting(text: string | null): WaitingMark[] {
  if (!text) return []
  try {
    return z.array(waitingMarkSchema).parse(JSON.parse(text))
  } catch {
    return []
  }
}

/** At most one mark an item waits: the newest. */
export function addWaiting(waiting: readonly WaitingMark[], mark: WaitingMark): WaitingMark[] {
  return [...waiting.filter(({ itemId }) => itemId !== mark.itemId), mark]
}

export function removeWaiting(waiting: readonly WaitingMark[], key: string): WaitingMark[] {
  return waiting.filter((mark) => mark.key !== key)
}

type Status = Pick<PlanItemView, 'status' | 'attempt_id' | 'actual_minutes' | 'rating'>

/** The day with the status of one item changed, before the API answers with the whole day. */
export function withStatus(day: Today, itemId: string, status: Status): Today {
  return { ...day, items: day.items.map((item) => (item.item_id === itemId ? { ...item, ...status } : item)) }
}

export const openStatus: Status = { status: 'open', attempt_id: null, actual_minutes: null, rating: null }

export function statusFrom({ id, outcome, minutes, rating }: Attempt): Status {
  return { status: outcome, attempt_id: id, actual_minutes: minutes, rating }
}

/** The day as it is once everything that waits has arrived. */
export function withWaiting(day: Today, waiting: readonly WaitingMark[]): Today {
  return waiting.reduce(
    (shown, { itemId, attempt, replaces }) =>
      withStatus(shown, itemId, {
        status: attempt.outcome,
        attempt_id: replaces,
        actual_minutes: attempt.minutes ?? null,
        rating: attempt.rating ?? null,
      }),
    day,
  )
}
