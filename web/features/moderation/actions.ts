import {
  type Decision,
  type LogPage,
  logPageSchema,
  type QueuePage,
  queuePageSchema,
} from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

export async function decide(id: string, decision: Decision): Promise<void> {
  await unwrap(browserApi.v1.moderation.comments[':id'].$post({ param: { id }, json: decision }))
}

export async function fetchQueue(cursor: string): Promise<QueuePage> {
  return unwrap(browserApi.v1.moderation.comments.$get({ query: { limit: '20', cursor } }), queuePageSchema)
}

export async function fetchLog(cursor: string): Promise<LogPage> {
  return unwrap(browserApi.v1.moderation.log.$get({ query: { limit: '20', cursor } }), logPageSchema)
}
