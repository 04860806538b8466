import 'server-only'
import { type AttemptPage, attemptPageSchema } from '@codify/api/contract'
import { ifAvailable, load, serverApi } from '@/lib/server-api.ts'
import { getSession } from '@/lib/session.ts'

/** As many of one's attempts as are shown before one asks for more. */
const pageSize = 5

/**
 * The learner's newest attempts at a problem; null when nobody is signed in, `'unavailable'` when they cannot be
 * read: practising goes on without them.
 */
export async function loadAttempts(slug: string): Promise<AttemptPage | 'unavailable' | null> {
  if (!(await getSession())) return null
  const api = await serverApi()
  const call = api.v1.problems[':slug'].attempts
  const query = { limit: String(pageSize) }
  const page = load(call.$get({ param: { slug }, query }), attemptPageSchema)
  return (await ifAvailable('attempts', page)) ?? 'unavailable'
}
