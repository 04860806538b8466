'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'

/** Long enough to read what moved and to reach the way back with a keyboard. */
const shownMilliseconds = 12_000

type Told = { title: string; description?: string }

/** Changes the plan from wherever a problem or a topic is met: one at a time, told in words, with the way back. */
export function usePlanEdit() {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const [isBusy, setBusy] = useState(false)

  /** Answers what the call did; undefined when it was refused, which is told as `refused`. */
  async function edit<Answer>(call: () => Promise<Answer>, refused: string): Promise<Answer | undefined> {
    if (isBusy) return undefined
    setBusy(true)
    try {
      const answer = await call()
      router.refresh()
      return answer
    } catch (error) {
      if (isSignedOut(error)) signInAgain()
      else refuse(error, refused)
      return undefined
    } finally {
      setBusy(false)
    }
  }

  function refuse(error: unknown, refused: string) {
    if (!(error instanceof ApiError) || error.code !== 'plan.not_under_way')
      return toast.error(refused, { description: whyRefused(error), duration: shownMilliseconds })
    toast.error(refused, {
      description: 'No plan is under way. Make one first.',
      action: { label: 'Go to Plan', onClick: () => router.push(routes.plan) },
      duration: shownMilliseconds,
    })
  }

  function tell({ title, description }: Told, undo: () => Promise<unknown>) {
    toast.success(title, {
      description,
      duration: shownMilliseconds,
      action: {
        label: 'Undo',
        onClick: () =>
          void edit(async () => {
            await undo()
            toast.success('Your plan is as it was')
          }, 'That was not undone'),
      },
    })
  }

  return { isBusy, edit, tell }
}

/** Returns the error of the one field that was sent, or else the answer's own message. */
function whyRefused(error: unknown): string {
  const [first] = error instanceof ApiError ? error.errors : []
  return first?.message ?? messageOf(error)
}
