import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import { toLogEntry, toQueuedComment } from './moderation.models.ts'
import type { ModerationRepository } from './moderation.repository.ts'
import type { LogPage, ModerationPageQuery, QueuePage } from './moderation.schemas.ts'

/** One keyset page of the comments that wait for a moderator, longest waiting first. */
export async function listQueue(options: {
  moderatorId: string
  query: ModerationPageQuery
  moderation: ModerationRepository
}): Promise<QueuePage> {
  const { moderatorId, query, moderation } = options
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const rows = await moderation.listQueue({ after, limit: query.limit })
  const reports = await moderation.listReports({ commentIds: rows.map(({ id }) => id) })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: (row) => toQueuedComment(row, reports, moderatorId),
  })
}

/** One keyset page of what moderators did, newest first. */
export async function listLog(options: {
  moderatorId: string
  query: ModerationPageQuery
  moderation: ModerationRepository
}): Promise<LogPage> {
  const { moderatorId, query, moderation } = options
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const rows = await moderation.listLog({ after, limit: query.limit })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: (row) => toLogEntry(row, moderatorId),
  })
}
