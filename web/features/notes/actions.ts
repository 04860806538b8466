import { type Note, noteSchema } from '@codify/api/contract'
import { ApiError, browserApi, unwrap } from '@/lib/browser-api.ts'

/** Result of saving a note: stored (null: as no note), or another device was faster. */
export type SaveResult = { kind: 'saved'; note: Note | null } | { kind: 'changed'; newer: Note }

/** Saves a text that began from `version`; an empty one deletes the note. Throws `ApiError` for anything else. */
export async function saveNote({
  slug,
  body,
  version,
}: {
  slug: string
  body: string
  version: string | null
}): Promise<SaveResult> {
  const call = browserApi.v1.problems[':slug'].note
  const param = { slug }
  try {
    if (body.trim() !== '') {
      const note = await unwrap(call.$put({ param, json: { body, version } }), noteSchema)
      return { kind: 'saved', note }
    }
    if (version !== null) await unwrap(call.$delete({ param, query: { version } }))
    return { kind: 'saved', note: null }
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'note.changed') throw error
    return { kind: 'changed', newer: noteSchema.parse(error.current) }
  }
}
