import {
  type Attempt,
  attemptSchema,
  type CompleteAttempt,
  type CreateAttempt,
  type ItemAction,
  type Today,
  todaySchema,
} from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** What a day of so many minutes would hold; nothing is kept. */
export async function previewCut(minutes: number, signal: AbortSignal): Promise<Today> {
  return unwrap(
    browserApi.v1.today.$get({ query: { minutes: String(minutes) } }, { init: { signal } }),
    todaySchema,
  )
}

export async function cutToday(minutes: number): Promise<Today> {
  return unwrap(browserApi.v1.today.cut.$post({ json: { minutes } }), todaySchema)
}

export async function actOnItem(itemId: string, action: ItemAction): Promise<Today> {
  const call = browserApi.v1.today.items[':item_id'][':action']
  return unwrap(call.$post({ param: { item_id: itemId, action } }), todaySchema)
}

export async function undoChange(revision: number): Promise<Today> {
  return unwrap(browserApi.v1.plans.current.undo.$post({ json: { revision } }), todaySchema)
}

/** Sent again with the same key, the same mark counts once. */
export async function recordMark({
  slug,
  attempt,
  idempotencyKey,
}: {
  slug: string
  attempt: CreateAttempt
  idempotencyKey: string
}): Promise<Attempt> {
  const header = { 'idempotency-key': idempotencyKey }
  const call = browserApi.v1.problems[':slug'].attempts
  return unwrap(call.$post({ param: { slug }, json: attempt, header }), attemptSchema)
}

export async function completeAttempt(id: string, rest: CompleteAttempt): Promise<Attempt> {
  return unwrap(browserApi.v1.attempts[':id'].$patch({ param: { id }, json: rest }), attemptSchema)
}

/** Takes an attempt back; it counts nowhere since. */
export async function retractAttempt(id: string): Promise<void> {
  await unwrap(browserApi.v1.attempts[':id'].$delete({ param: { id } }), attemptSchema)
}
