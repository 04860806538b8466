'use client'

import type { Note } from '@codify/api/contract'
import { useEffect, useRef, useState } from 'react'
import { ApiError, messageOf } from '@/lib/browser-api.ts'
import { deviceStorage } from '@/lib/device-storage.ts'
import { saveNote } from '../actions.ts'
import { joinTexts, judgeDraft, parseNoteDraft } from '../note-draft.ts'

/** A pause in typing after which the text is saved. */
const pauseMilliseconds = 1000
const retryMilliseconds = 5000

export type NoteStatus =
  | { kind: 'saved' | 'unsaved' | 'saving' | 'offline' }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; newer: Note }

/**
 * A note that saves itself. What is not saved yet stays in this browser under `key`, through a reload or a network
 * that is away; where another device was faster, the learner decides.
 */
export function useNote({
  slug,
  draftKey,
  initial,
}: {
  slug: string
  draftKey: string
  initial: Note | null
}) {
  const [text, setText] = useState(initial?.body ?? '')
  const [status, setStatus] = useState<NoteStatus>({ kind: 'saved' })
  const [saved, setSaved] = useState(initial)
  // Latest state for the delayed save, whatever was rendered meanwhile.
  const now = useRef({ text: initial?.body ?? '', saved: initial, busy: false, conflict: false })
  const isRead = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function plan(milliseconds: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, milliseconds)
  }

  async function flush() {
    const { current } = now
    const version = current.saved?.version ?? null
    if (current.busy || current.conflict || current.text === (current.saved?.body ?? '')) return
    const sent = current.text
    current.busy = true
    setStatus({ kind: 'saving' })
    try {
      const result = await saveNote({ slug, body: sent, version })
      current.busy = false
      if (result.kind === 'changed') return askAbout(result.newer)
      keep(result.note)
      if (current.text !== sent && current.text !== (result.note?.body ?? '')) return plan(0)
      deviceStorage.removeItem(draftKey)
      setStatus({ kind: 'saved' })
    } catch (error) {
      current.busy = false
      if (error instanceof ApiError && error.status < 500 && error.status !== 429)
        return setStatus({ kind: 'refused', message: messageOf(error) })
      setStatus({ kind: 'offline' })
      plan(retryMilliseconds)
    }
  }

  function keep(note: Note | null) {
    now.current.saved = note
    setSaved(note)
  }

  function askAbout(newer: Note) {
    now.current.conflict = true
    keep(newer)
    setStatus({ kind: 'conflict', newer })
  }

  function change(given: string) {
    // Typed before the page's scripts ran: what was kept here and not sent yet goes before it.
    const kept = isRead.current ? null : parseNoteDraft(deviceStorage.getItem(draftKey))
    const next = kept && !given.includes(kept.body.trim()) ? joinTexts(kept.body, given) : given
    now.current.text = next
    setText(next)
    const version = now.current.saved?.version ?? null
    deviceStorage.setItem(draftKey, JSON.stringify({ body: next, version }))
    if (now.current.conflict) return
    setStatus({ kind: 'unsaved' })
    plan(pauseMilliseconds)
  }

  /** Ends a conflict: with both texts, the learner's own, or the newer one. */
  function settle(choice: 'both' | 'own' | 'newer') {
    const newer = now.current.saved?.body ?? ''
    now.current.conflict = false
    change(
      choice === 'newer' ? newer : choice === 'own' ? now.current.text : joinTexts(newer, now.current.text),
    )
    if (choice !== 'newer') return plan(0)
    deviceStorage.removeItem(draftKey)
    setStatus({ kind: 'saved' })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens; the editor is remounted for another problem
  useEffect(() => {
    isRead.current = true
    const draft = parseNoteDraft(deviceStorage.getItem(draftKey))
    const verdict = judgeDraft(draft, initial)
    if (verdict === 'none') deviceStorage.removeItem(draftKey)
    else if (draft) {
      change(draft.body)
      if (verdict === 'ask' && initial) {
        clearTimeout(timer.current)
        askAbout(initial)
      }
    }
    const online = () => plan(0)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      clearTimeout(timer.current)
      void flush()
    }
  }, [])

  return { text, status, saved, change, settle, saveNow: () => plan(0) }
}
