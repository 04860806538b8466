import type { Generated } from 'kysely'

/** One learner's report of one comment. */
export interface CommentReportsTable {
  comment_id: string
  learner_id: string
  reason: 'spam' | 'abuse' | 'spoiler' | 'off_topic' | 'other'
  note: Generated<string>
  created_at: Generated<Date>
  /** When a moderator dealt with it; it no longer counts towards hiding. */
  resolved_at: Date | null
}
