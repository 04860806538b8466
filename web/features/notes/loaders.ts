import 'server-only'
import { type Note, noteSchema } from '@codify/api/contract'
import { getLogger } from '@/lib/logger.ts'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'
import { getSession } from '@/lib/session.ts'

export type LoadedNote = { note: Note | null }

/** The learner's note on a problem; null when nobody is signed in or it cannot be read: the page goes on without it. */
export async function loadNote(slug: string): Promise<LoadedNote | null> {
  if (!(await getSession())) return null
  const api = await serverApi()
  try {
    return { note: await load(api.v1.problems[':slug'].note.$get({ param: { slug } }), noteSchema) }
  } catch (err) {
    if (!(err instanceof ApiError)) throw err
    if (err.code === 'note.not_found') return { note: null }
    getLogger().warn({ err }, 'note unavailable on a problem page')
    return null
  }
}
