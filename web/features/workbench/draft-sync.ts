import type { CodeDraft } from '@codify/api/contract'
import { z } from 'zod'

const localDraftSchema = z.object({
  code: z.string(),
  /** Of the server's text that this one began from; null before there was one. */
  version: z.string().nullable(),
  /** Whether the server has this very text. */
  isKept: z.boolean(),
})
/** The code as this browser keeps it. */
export type LocalDraft = z.infer<typeof localDraftSchema>

/** A stored draft, or null for nothing and for what is not one. */
export function parseLocalDraft(text: string | null): LocalDraft | null {
  if (!text) return null
  try {
    return localDraftSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export type Met = {
  draft: LocalDraft
  /** Newer code of another device, which the learner has to choose about; nothing is lost either way. */
  other: CodeDraft | null
}

/** What the editor shows where this browser's code and the server's meet. */
export function meet({
  local,
  server,
  starter,
}: {
  local: LocalDraft | null
  server: CodeDraft | null
  starter: string
}): Met {
  const kept = server && { code: server.code, version: server.version, isKept: true }
  if (!local) return { draft: kept ?? { code: starter, version: null, isKept: true }, other: null }
  // Emptied elsewhere: what is here is written anew.
  if (!server || !kept) return { draft: { ...local, version: null }, other: null }
  if (local.code === server.code) return { draft: kept, other: null }
  if (local.version === server.version) return { draft: { ...local, isKept: false }, other: null }
  return local.isKept ? { draft: kept, other: null } : { draft: local, other: server }
}
