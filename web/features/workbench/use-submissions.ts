'use client'

import type { CreateSubmission, InterviewSubmitted } from '@codify/api/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { sendSubmission } from './actions.ts'
import { putInOutbox, takeFromOutbox, type Waiting, waitingOf } from './outbox.ts'

/** Submissions go through an outbox in this browser, so that one made without a network is sent later. */
export function useSubmissions({
  learnerId,
  slug,
  isInterview,
  onSent,
}: {
  learnerId: string
  /** Of the problem, or in an interview its id. */
  slug: string
  isInterview: boolean
  /** A submission of this problem that the server now has. */
  onSent: (submitted: InterviewSubmitted) => void
}) {
  const { signInAgain } = useSignIn()
  const [waiting, setWaiting] = useState(0)
  const isFlushing = useRef(false)

  const deliver = useCallback(
    async (one: Waiting): Promise<boolean> => {
      try {
        const submitted = await sendSubmission(one)
        takeFromOutbox(learnerId, one.key)
        if (one.slug === slug) onSent(submitted)
        return true
      } catch (error) {
        if (isSignedOut(error)) signInAgain()
        const isForNow =
          !(error instanceof ApiError) || error.status >= 500 || [401, 408, 429].includes(error.status)
        if (isForNow) return false
        takeFromOutbox(learnerId, one.key)
        toast.error('A submission could not be kept', { description: messageOf(error) })
        return true
      }
    },
    [learnerId, slug, onSent, signInAgain],
  )

  const flush = useCallback(async () => {
    if (isFlushing.current) return
    isFlushing.current = true
    try {
      for (let [one] = waitingOf(learnerId); one; [one] = waitingOf(learnerId))
        if (!(await deliver(one))) break
    } finally {
      isFlushing.current = false
      setWaiting(waitingOf(learnerId).length)
    }
  }, [learnerId, deliver])

  useEffect(() => {
    void flush()
    const onOnline = () => void flush()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [flush])

  function submit(body: CreateSubmission): void {
    putInOutbox(learnerId, { key: crypto.randomUUID(), slug, isInterview, body })
    setWaiting(waitingOf(learnerId).length)
    void flush()
  }

  return { submit, waiting, flush }
}
