import {
  type Attempt,
  type AttemptPage,
  attemptPageSchema,
  attemptSchema,
  type CreateAttempt,
} from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Sent again with the same key, the same attempt counts once. */
export async function recordAttempt({
  slug,
  body,
  idempotencyKey,
}: {
  slug: string
  body: CreateAttempt
  idempotencyKey: string
}): Promise<Attempt> {
  const header = { 'idempotency-key': idempotencyKey }
  const call = browserApi.v1.problems[':slug'].attempts
  return unwrap(call.$post({ param: { slug }, json: body, header }), attemptSchema)
}

export async function fetchAttempts(slug: string, cursor: string): Promise<AttemptPage> {
  const call = browserApi.v1.problems[':slug'].attempts
  return unwrap(call.$get({ param: { slug }, query: { cursor } }), attemptPageSchema)
}
