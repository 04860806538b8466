import { ProblemError } from '../../shared/errors.ts'
import type { Note } from './notes.schemas.ts'

export function noteNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'note.not_found',
    title: 'No note yet',
    detail: 'You have no note on this problem; write one with PUT and version null.',
  })
}

/** The newer text comes along, so that neither of the two is lost. */
export function noteChanged(current: Note): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'note.changed',
    title: 'The note was changed elsewhere',
    detail: 'Another device saved a newer text; it is in `current`. Join the two and save with its version.',
    current,
  })
}
