import type { CountedRow } from '../problems/problem-counts.repository.ts'
import type { Comment, CommentTag } from './comments.schemas.ts'

export type CommentRow = {
  id: string
  learner_id: string
  author_name: string
  body: string
  tag: CommentTag | null
  created_at: Date
  updated_at: Date
  hidden_at: Date | null
}

/** A comment as a reader sees it: whose it is shows as a name and `mine`, never as an id. */
export function toComment(row: CommentRow & { reported?: boolean }, readerId: string | undefined): Comment {
  return {
    id: row.id,
    author: row.author_name,
    mine: row.learner_id === readerId,
    body: row.body,
    tag: row.tag,
    hidden: row.hidden_at !== null,
    reported: row.reported ?? false,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/** A learner's comment of the last day; lists hold the newest first. */
export type RecentComment = { id: string; digest: string; problem_id: string; created_at: Date }

const MINUTE_MS = 60_000
const DUPLICATE_WITHIN_MS = 60 * MINUTE_MS
/** The same text may stand at this many problems a day. */
const SAME_TEXT_A_DAY = 3

/** `sent_twice`: the comment `id` is this one, sent again. */
export type FloodVerdict =
  | { kind: 'fine' }
  | { kind: 'sent_twice'; id: string }
  | { kind: 'duplicate' }
  | { kind: 'too_many'; retryAfter: number }

/** Judges one more comment: repeated, too fast, or fine; `retryAfter` in seconds. */
export function judgeFlood(options: {
  recent: RecentComment[]
  next: { digest: string; problemId: string }
  perMinute: number
  now: Date
}): FloodVerdict {
  const { recent, next, perMinute } = options
  const ageOf = (one: RecentComment) => options.now.getTime() - one.created_at.getTime()
  const sameText = recent.filter(({ digest }) => digest === next.digest)
  const here = sameText.find((one) => one.problem_id === next.problemId)
  if (here && ageOf(here) < MINUTE_MS) return { kind: 'sent_twice', id: here.id }
  const problems = new Set(sameText.map((one) => one.problem_id))
  if ((here && ageOf(here) < DUPLICATE_WITHIN_MS) || problems.size >= SAME_TEXT_A_DAY)
    return { kind: 'duplicate' }
  const ages = recent.map(ageOf).filter((age) => age < MINUTE_MS)
  if (ages.length < perMinute) return { kind: 'fine' }
  return { kind: 'too_many', retryAfter: Math.max(1, Math.ceil((MINUTE_MS - Math.max(...ages)) / 1000)) }
}

/** A visible comment as its problem's counts see it. */
export function countedComment(
  { problem_id, tag }: { problem_id: string; tag: CommentTag | null },
  step: 1 | -1,
): CountedRow {
  return { problem_id, kind: 'comments', label: tag, step }
}
