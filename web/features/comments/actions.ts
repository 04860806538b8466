import {
  type Comment,
  type CommentPage,
  commentPageSchema,
  commentSchema,
  type Report,
  reportedSchema,
} from '@codify/api/contract'
import { ApiError, browserApi, unwrap } from '@/lib/browser-api.ts'
import type { CommentContent } from './comment-content.ts'
import type { CommentOrder } from './comment-list.ts'
import { commentsPerPage } from './page-size.ts'

type PageInput = { slug: string; sort: CommentOrder; cursor?: string }

export async function fetchComments({ slug, sort, cursor }: PageInput): Promise<CommentPage> {
  const query = { sort, limit: String(commentsPerPage), ...(cursor !== undefined && { cursor }) }
  return unwrap(browserApi.v1.problems[':slug'].comments.$get({ param: { slug }, query }), commentPageSchema)
}

export async function writeComment(slug: string, content: CommentContent): Promise<Comment> {
  const call = browserApi.v1.problems[':slug'].comments
  return unwrap(call.$post({ param: { slug }, json: content }), commentSchema)
}

export async function editComment(id: string, content: CommentContent): Promise<Comment> {
  return unwrap(browserApi.v1.comments[':id'].$patch({ param: { id }, json: content }), commentSchema)
}

/** Deleting what is already gone is no failure. */
export async function deleteComment(id: string): Promise<void> {
  try {
    await unwrap(browserApi.v1.comments[':id'].$delete({ param: { id } }))
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error
  }
}

/** Tells the moderators of a comment; reporting it again changes nothing. */
export async function reportComment(id: string, report: Report): Promise<void> {
  await unwrap(browserApi.v1.comments[':id'].report.$put({ param: { id }, json: report }), reportedSchema)
}
