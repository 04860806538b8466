'use client'

import type { CreateAttempt, Outcome, PlanItem } from '@codify/api/contract'
import { usePathname, useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { recordAttempt } from './actions.ts'

/** The mark shows at once and is taken back, with a message, when it could not be recorded. */
export function useMark({ item, outcome }: { item: PlanItem; outcome: Outcome | undefined }) {
  const router = useRouter()
  const pathname = usePathname()
  const [chosen, setChosen] = useState<Outcome>()
  const [isSending, setSending] = useState(false)
  const unsent = useRef<{ body: string; key: string }>(undefined)

  /** Answers whether it was recorded. */
  async function mark(attempt: CreateAttempt): Promise<boolean> {
    if (isSending) return false
    setSending(true)
    // A mark that is sent again after a failure keeps its key: it may have arrived.
    const body = JSON.stringify(attempt)
    if (unsent.current?.body !== body) unsent.current = { body, key: uuid() }
    const before = chosen
    setChosen(attempt.outcome)
    try {
      await recordAttempt({ slug: item.slug, attempt, idempotencyKey: unsent.current.key })
      unsent.current = undefined
      router.refresh()
      return true
    } catch (error) {
      setChosen(before)
      if (isSignedOut(error)) router.push(routes.signIn(pathname))
      else toast.error(`${item.title} was not marked. ${messageOf(error)}`)
      return false
    } finally {
      setSending(false)
    }
  }

  return { marked: chosen ?? outcome, mark, isSending }
}
