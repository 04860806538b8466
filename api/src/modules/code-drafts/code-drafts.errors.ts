import { ProblemError } from '../../shared/errors.ts'
import type { CodeDraft } from './code-drafts.schemas.ts'

export function draftNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'draft.not_found',
    title: 'No draft yet',
    detail: 'You have no code for this problem in this language; keep some with PUT and version null.',
  })
}

/** The newer text comes along, so that neither of the two is lost. */
export function draftChanged(current: CodeDraft): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'draft.changed',
    title: 'The code was changed elsewhere',
    detail: 'Another device kept newer code; it is in `current`. Choose one and save it with its version.',
    current,
  })
}
