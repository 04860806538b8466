import 'server-only'
import { type CommentPage, commentPageSchema } from '@codify/api/contract'
import { getLogger } from '@/lib/logger.ts'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'
import { commentsPerPage } from './page-size.ts'

/** The newest comments; `'unavailable'` when they cannot be read, since the problem can be shown without. */
export async function loadComments(slug: string): Promise<CommentPage | 'unavailable'> {
  const api = await serverApi()
  const query = { limit: String(commentsPerPage) }
  try {
    return await load(api.v1.problems[':slug'].comments.$get({ param: { slug }, query }), commentPageSchema)
  } catch (err) {
    if (!(err instanceof ApiError)) throw err
    getLogger().warn({ err }, 'comments unavailable on a problem page')
    return 'unavailable'
  }
}
