import type { Tables } from '@codify/db'
import type { ExpressionBuilder } from 'kysely'
import { type CommentTag, commentTags } from './comments.schemas.ts'

/** How the counts of a problem change when comments come into sight or go out of it, or change their tag. */
export function recount(
  eb: ExpressionBuilder<Tables, 'problem_stats'>,
  change: { comments: number; added: CommentTag | null; removed: CommentTag | null },
) {
  const steps = commentTags.map(
    (tag) => [tag, Number(change.added === tag) - Number(change.removed === tag)] as const,
  )
  const counts = steps.filter(([, step]) => step !== 0).map(([tag, step]) => [tag, eb(tag, '+', step)])
  return { comments: eb('comments', '+', change.comments), ...Object.fromEntries(counts) }
}
