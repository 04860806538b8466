import type { Comment, CommentTag } from './comments.schemas.ts'

export type CommentRow = {
  id: string
  learner_id: string
  author_name: string
  body: string
  tag: CommentTag | null
  created_at: Date
  updated_at: Date
}

/** A comment as a reader sees it: whose it is shows as a name and `mine`, never as an id. */
export function toComment(row: CommentRow, readerId: string | undefined): Comment {
  return {
    id: row.id,
    author: row.author_name,
    mine: row.learner_id === readerId,
    body: row.body,
    tag: row.tag,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}
