import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { noteChanged, noteNotFound } from './notes.errors.ts'
import type { NotesRepository } from './notes.repository.ts'
import type { Note, SaveNote } from './notes.schemas.ts'

type Deps = { slugOrId: string; learnerId: string; notes: NotesRepository; problems: ProblemsRepository }

export async function getNote(options: Deps): Promise<Note> {
  const note = await options.notes.find(await placeOf(options))
  if (!note) throw noteNotFound()
  return note
}

/**
 * Saves the note that began from `note.version`. Sending the same text twice changes nothing.
 *
 * @throws 409 `note.changed` with the text that another device saved meanwhile
 */
export async function saveNote({ note, ...options }: Deps & { note: SaveNote }): Promise<Note> {
  const place = await placeOf(options)
  const saved = await options.notes.save({ ...place, note })
  if (saved) return saved
  const current = await options.notes.find(place)
  // Deleted between the two statements: what the learner wrote stands.
  if (!current) return saveNote({ ...options, note: { ...note, version: null } })
  if (current.body === note.body) return current
  throw noteChanged(current)
}

/** @throws 409 `note.changed` when the note is newer than the one the learner wants gone */
export async function deleteNote({ version, ...options }: Deps & { version: string }): Promise<void> {
  const place = await placeOf(options)
  if (await options.notes.remove({ ...place, version })) return
  const current = await options.notes.find(place)
  if (current) throw noteChanged(current)
}

async function placeOf({ slugOrId, learnerId, problems }: Deps) {
  const problem = await problems.findId({ slugOrId, learnerId })
  if (!problem) throw problemNotFound()
  return { learnerId, problemId: problem.id }
}
