'use client'

import { useEffect, useState } from 'react'
import { type CommentContent, parseDraft } from '../comment-content.ts'

/** Text that stays in this browser under `key` until it is cleared: through a reload, or signing in again. */
export function useDraft(key: string, initial: CommentContent) {
  const [content, setContent] = useState(initial)

  useEffect(() => {
    const draft = parseDraft(localStorage.getItem(key))
    if (draft) setContent(draft)
  }, [key])

  function change(next: CommentContent) {
    setContent(next)
    if (next.body.trim()) localStorage.setItem(key, JSON.stringify(next))
    else localStorage.removeItem(key)
  }

  function clear() {
    localStorage.removeItem(key)
    setContent(initial)
  }

  return { content, change, clear }
}
