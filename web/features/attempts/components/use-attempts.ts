'use client'

import type { Attempt, AttemptPage } from '@codify/api/contract'
import { useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { fetchAttempts } from '../actions.ts'

/** One's attempts at a problem: the page the server drew, what was just recorded, and earlier ones on request. */
export function useAttempts(slug: string, firstPage: AttemptPage) {
  const [recorded, setRecorded] = useState<Attempt[]>([])
  const [earlier, setEarlier] = useState<AttemptPage>()
  const [loading, setLoading] = useState(false)
  const nextCursor = (earlier ?? firstPage).next_cursor

  async function loadEarlier() {
    if (nextCursor === null) return
    setLoading(true)
    try {
      const page = await fetchAttempts(slug, nextCursor)
      setEarlier((before) => ({ ...page, items: [...(before?.items ?? []), ...page.items] }))
    } catch (error) {
      toast.error('Earlier attempts could not be loaded', { description: messageOf(error) })
    } finally {
      setLoading(false)
    }
  }

  const all = new Map(
    [...recorded, ...firstPage.items, ...(earlier?.items ?? [])].map((attempt) => [attempt.id, attempt]),
  )
  return {
    attempts: [...all.values()].sort((a, b) => b.created_at.localeCompare(a.created_at)),
    hasEarlier: nextCursor !== null,
    loading,
    loadEarlier,
    add: (attempt: Attempt) => setRecorded((before) => [attempt, ...before]),
  }
}
