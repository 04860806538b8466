'use client'

import { useEffect, useRef, useState } from 'react'
import { deviceStorage } from '@/lib/device-storage.ts'
import { type CommentContent, parseDraft } from '../comment-content.ts'

/** Text that stays in this browser under `key` until it is cleared: through a reload, or signing in again. */
export function useDraft(key: string, initial: CommentContent) {
  const [content, setContent] = useState(initial)
  const isRead = useRef(false)

  useEffect(() => {
    isRead.current = true
    const draft = parseDraft(deviceStorage.getItem(key))
    if (draft) setContent(draft)
  }, [key])

  function change(given: CommentContent) {
    // Typed before the page's scripts ran: what was kept from an earlier visit goes before it.
    const kept = isRead.current ? undefined : parseDraft(deviceStorage.getItem(key))
    const next = kept ? joined(kept, given) : given
    setContent(next)
    if (next.body.trim()) deviceStorage.setItem(key, JSON.stringify(next))
    else deviceStorage.removeItem(key)
  }

  function clear() {
    deviceStorage.removeItem(key)
    setContent(initial)
  }

  return { content, change, clear }
}

function joined(kept: CommentContent, typed: CommentContent): CommentContent {
  if (typed.body.includes(kept.body.trim())) return { ...kept, body: typed.body }
  return { ...kept, body: `${kept.body.trimEnd()}\n\n${typed.body}` }
}
