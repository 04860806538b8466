import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { timeKeysetSchema } from '../../shared/time-keyset.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { commentNotFound, commentRepeated, tooManyComments } from './comments.errors.ts'
import { judgeFlood, toComment } from './comments.models.ts'
import type { CommentsRepository } from './comments.repository.ts'
import type { Comment, CommentPage, CommentTag, ListCommentsQuery } from './comments.schemas.ts'

/** One keyset page of a problem's comments. */
export async function listComments(options: {
  slugOrId: string
  query: ListCommentsQuery
  readerId: string | undefined
  comments: CommentsRepository
  problems: ProblemsRepository
}): Promise<CommentPage> {
  const { query, readerId } = options
  const after = decodeCursor(query.cursor, timeKeysetSchema)
  const problem = await options.problems.findId({ slugOrId: options.slugOrId })
  if (!problem) throw problemNotFound()
  const rows = await options.comments.list({
    problemId: problem.id,
    readerId,
    order: query.sort,
    after,
    limit: query.limit,
  })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row.exact_time, row.id],
    toItem: (row) => toComment(row, readerId),
  })
}

export async function getComment(options: {
  id: string
  readerId: string | undefined
  comments: CommentsRepository
}): Promise<Comment> {
  const row = await options.comments.find(options)
  if (!row) throw commentNotFound()
  return toComment(row, options.readerId)
}

/**
 * Writes a comment under the name the learner has now; a later change of name leaves it as it is. The
 * same text sent twice within a minute is one comment.
 *
 * @throws 404 `problem.not_found`, 409 `comment.duplicate`, 429 `comment.too_many`
 */
export async function writeComment(options: {
  slugOrId: string
  learner: { id: string; name: string }
  content: { body: string; tag: CommentTag | null }
  perMinute: number
  comments: CommentsRepository
  problems: ProblemsRepository
}): Promise<Comment> {
  const { learner, content } = options
  const problem = await options.problems.findId({ slugOrId: options.slugOrId })
  if (!problem) throw problemNotFound()
  const row = await options.comments.create({
    comment: { problemId: problem.id, learnerId: learner.id, authorName: learner.name, ...content },
    judge: ({ recent, digest, now }) => {
      const next = { digest, problemId: problem.id }
      const verdict = judgeFlood({ recent, next, perMinute: options.perMinute, now })
      if (verdict.kind === 'sent_twice') return verdict.id
      if (verdict.kind === 'duplicate') throw commentRepeated()
      if (verdict.kind === 'too_many') throw tooManyComments(verdict.retryAfter)
      return undefined
    },
  })
  return toComment(row, learner.id)
}

export async function editComment(options: {
  id: string
  learnerId: string
  change: { body?: string | undefined; tag?: CommentTag | null | undefined }
  comments: CommentsRepository
}): Promise<Comment> {
  const { comments, ...edit } = options
  return toComment(await comments.update(edit), edit.learnerId)
}
