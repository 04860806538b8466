import { z } from 'zod'

/** A text that is not saved yet, with the version it began from. */
const draftSchema = z.object({ body: z.string(), version: z.string().nullable() })
export type NoteDraft = z.infer<typeof draftSchema>

type Known = { body: string; version: string } | null

export function parseNoteDraft(stored: string | null): NoteDraft | null {
  if (stored === null) return null
  try {
    return draftSchema.parse(JSON.parse(stored))
  } catch {
    return null
  }
}

/** Decides what to do with a text that this browser stored: ignore it, go on with it, or ask. */
export function judgeDraft(draft: NoteDraft | null, known: Known): 'none' | 'resume' | 'ask' {
  if (!draft || draft.body === (known?.body ?? '')) return 'none'
  return draft.version === (known?.version ?? null) ? 'resume' : 'ask'
}

/** Both texts, the newer one first, so that nothing is lost. */
export function joinTexts(newer: string, own: string): string {
  return `${newer.trimEnd()}\n\n---\n\n${own.trimStart()}`
}
