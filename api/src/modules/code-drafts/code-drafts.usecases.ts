import { problemNotFound } from '../problems/problems.errors.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { draftChanged, draftNotFound } from './code-drafts.errors.ts'
import type { CodeDraftsRepository } from './code-drafts.repository.ts'
import type { CodeDraft, CodeLanguage, SaveCodeDraft } from './code-drafts.schemas.ts'

type Deps = {
  slugOrId: string
  language: CodeLanguage
  learnerId: string
  drafts: CodeDraftsRepository
  problems: ProblemsRepository
}

export async function listDrafts(options: Omit<Deps, 'language'>): Promise<CodeDraft[]> {
  return options.drafts.list(await problemOf(options))
}

export async function getDraft(options: Deps): Promise<CodeDraft> {
  const draft = await options.drafts.find(await placeOf(options))
  if (!draft) throw draftNotFound()
  return draft
}

/**
 * Keeps the code that began from `draft.version`. Sending the same text twice changes nothing.
 *
 * @throws 409 `draft.changed` with the code that another device kept meanwhile
 */
export async function saveDraft({ draft, ...options }: Deps & { draft: SaveCodeDraft }): Promise<CodeDraft> {
  const place = await placeOf(options)
  const saved = await options.drafts.save({ ...place, draft })
  if (saved) return saved
  const current = await options.drafts.find(place)
  // The account was emptied between the two statements: what the learner wrote stands.
  if (!current) return saveDraft({ ...options, draft: { ...draft, version: null } })
  if (current.code === draft.code) return current
  throw draftChanged(current)
}

async function placeOf({ language, ...options }: Deps) {
  return { ...(await problemOf(options)), language }
}

/** Exercises are the catalogue's, and so is code for them. */
async function problemOf({ slugOrId, learnerId, problems }: Omit<Deps, 'language'>) {
  const problem = await problems.findId({ slugOrId })
  if (!problem) throw problemNotFound()
  return { learnerId, problemId: problem.id }
}
