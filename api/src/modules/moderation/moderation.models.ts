import type { LogEntry, QueuedComment, ReportReason } from './moderation.schemas.ts'

export type QueuedRow = {
  id: string
  problem: string
  learner_id: string
  author_name: string
  body: string
  tag: QueuedComment['tag']
  created_at: Date
  hidden_at: Date | null
  first_open_report_at: Date
}
export type ReportRow = { comment_id: string; reason: ReportReason; note: string; created_at: Date }
export type LogRow = Omit<LogEntry, 'mine' | 'created_at'> & { moderator_id: string | null; created_at: Date }

/** A reported comment as a moderator sees it: what was said and why it was reported, never by whom. */
export function toQueuedComment(row: QueuedRow, reports: ReportRow[], moderatorId: string): QueuedComment {
  return {
    id: row.id,
    problem: row.problem,
    author: row.author_name,
    mine: row.learner_id === moderatorId,
    body: row.body,
    tag: row.tag,
    created_at: row.created_at.toISOString(),
    hidden: row.hidden_at !== null,
    reported_at: row.first_open_report_at.toISOString(),
    reports: reports
      .filter((report) => report.comment_id === row.id)
      .map(({ reason, note, created_at }) => ({ reason, note, created_at: created_at.toISOString() })),
  }
}

export function toLogEntry(row: LogRow, readerId: string): LogEntry {
  return {
    id: row.id,
    action: row.action,
    reason: row.reason,
    mine: row.moderator_id === readerId,
    comment_id: row.comment_id,
    comment_body: row.comment_body,
    created_at: row.created_at.toISOString(),
  }
}
