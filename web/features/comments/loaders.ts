import 'server-only'
import { type CommentPage, commentPageSchema } from '@codify/api/contract'
import { ifAvailable, load, serverApi } from '@/lib/server-api.ts'
import { commentsPerPage } from './page-size.ts'

/** The newest comments; `'unavailable'` when they cannot be read, since the problem can be shown without. */
export async function loadComments(slug: string): Promise<CommentPage | 'unavailable'> {
  const api = await serverApi()
  const query = { limit: String(commentsPerPage) }
  const call = api.v1.problems[':slug'].comments
  const page = load(call.$get({ param: { slug }, query }), commentPageSchema)
  return (await ifAvailable('comments', page)) ?? 'unavailable'
}
