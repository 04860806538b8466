import type { CodeDraft, CodeLanguage } from '@codify/api/contract'
import { ApiError } from '../../lib/api-error.ts'
import { deviceStorage } from '../../lib/device-storage.ts'
import { type LocalDraft, meet, parseLocalDraft } from './draft-sync.ts'

export type DraftView = {
  code: string
  /** Whether the server has it; it is always in this browser. */
  isKept: boolean
  /** Newer code of another device to choose about. */
  other: CodeDraft | null
}

type Options = {
  learnerId: string
  slug: string
  language: CodeLanguage
  starter: string
  fetchDraft: (place: { slug: string; language: CodeLanguage }) => Promise<CodeDraft | null>
  saveDraft: (
    draft: { slug: string; language: CodeLanguage } & { code: string; version: string | null },
  ) => Promise<CodeDraft>
  /** How long after the last key the server is told. */
  restMs?: number
  retryMs?: number
}

/** Keeps the code of one problem in one language: in this browser with every key, on the server a moment later. */
export function createDraftKeeper(options: Options) {
  const {
    learnerId,
    slug,
    language,
    starter,
    fetchDraft,
    saveDraft,
    restMs = 1500,
    retryMs = 20_000,
  } = options
  const storageKey = `codify:code:${learnerId}:${slug}:${language}`
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  let isOpen = false
  let draft: LocalDraft | null = null
  let view: DraftView = { code: starter, isKept: true, other: null }

  function show(next: LocalDraft, other: CodeDraft | null): void {
    draft = next
    view = { code: next.code, isKept: next.isKept, other }
    for (const listener of listeners) listener()
  }

  function keep(next: LocalDraft, other: CodeDraft | null = view.other): void {
    deviceStorage.setItem(storageKey, JSON.stringify(next))
    show(next, other)
  }

  function sendIn(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  async function meetServer(): Promise<void> {
    const server = await fetchDraft({ slug, language })
    if (!isOpen) return
    const met = meet({ local: draft, server, starter })
    if (met.draft.code === starter && met.draft.version === null && !draft) show(met.draft, null)
    else keep(met.draft, met.other)
    if (!met.draft.isKept && !met.other) sendIn(0)
  }

  async function send(): Promise<void> {
    if (isSending || view.other || !draft || draft.isKept) return
    isSending = true
    const sent = draft
    try {
      const { version } = await saveDraft({ slug, language, code: sent.code, version: sent.version })
      const isSame = draft.code === sent.code
      if (isOpen) keep({ code: draft.code, version, isKept: isSame })
      if (!isSame) sendIn(restMs)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'draft.changed')
        await meetServer().catch(() => sendIn(retryMs))
      // Signed out, or too long to keep: trying again would not help.
      else if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) sendIn(retryMs)
    } finally {
      isSending = false
    }
  }

  const onOnline = () => void send()

  return {
    open(): () => void {
      isOpen = true
      draft = parseLocalDraft(deviceStorage.getItem(storageKey))
      if (draft) show(draft, null)
      window.addEventListener('online', onOnline)
      meetServer().catch(() => draft && !draft.isKept && sendIn(retryMs))
      return () => {
        isOpen = false
        clearTimeout(timer)
        window.removeEventListener('online', onOnline)
        void send()
      }
    },
    change(code: string): void {
      if (code === view.code) return
      keep({ code, version: draft?.version ?? null, isKept: false })
      sendIn(restMs)
    },
    takeOther(): void {
      if (view.other) keep({ code: view.other.code, version: view.other.version, isKept: true }, null)
    },
    keepMine(): void {
      if (!view.other) return
      keep({ code: view.code, version: view.other.version, isKept: false }, null)
      sendIn(0)
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => view,
  }
}
