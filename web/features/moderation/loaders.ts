import 'server-only'
import {
  type LogPage,
  logPageSchema,
  moderationAccessSchema,
  type QueuePage,
  queuePageSchema,
} from '@codify/api/contract'
import { load, serverApi } from '@/lib/server-api.ts'

export async function isModerator(): Promise<boolean> {
  const api = await serverApi()
  return (await load(api.v1.moderation.$get(), moderationAccessSchema)).moderator
}

/** The reported comments that wait longest. */
export async function loadQueue(): Promise<QueuePage> {
  const api = await serverApi()
  return load(api.v1.moderation.comments.$get({ query: { limit: '20' } }), queuePageSchema)
}

export async function loadLog(): Promise<LogPage> {
  const api = await serverApi()
  return load(api.v1.moderation.log.$get({ query: { limit: '20' } }), logPageSchema)
}
