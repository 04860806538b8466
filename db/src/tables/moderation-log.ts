import type { Generated } from 'kysely'

/** Actions of moderators. Rows never change; deleting an account removes what identifies it. */
export interface ModerationLogTable {
  id: Generated<string>
  moderator_id: string | null
  action: 'keep' | 'hide' | 'delete'
  reason: string
  /** No foreign key: the comment may be gone. */
  comment_id: string
  author_id: string | null
  comment_body: string | null
  created_at: Generated<Date>
}
