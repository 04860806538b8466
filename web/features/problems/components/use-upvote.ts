'use client'

import type { Upvote } from '@codify/api/contract'
import { startTransition, useOptimistic, useRef, useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { setUpvote } from '../actions.ts'

type UseUpvoteInput = { slug: string; signedIn: boolean; given: Upvote; onSaved?: (upvote: Upvote) => void }

/** An upvote that shows at once, and goes back with a message when the API refuses it. */
export function useUpvote({ slug, signedIn, given, onSaved }: UseUpvoteInput) {
  const { signIn, signInAgain } = useSignIn()
  const [saved, setSaved] = useState({ given, upvote: given })
  if (saved.given.upvotes !== given.upvotes || saved.given.upvoted !== given.upvoted) {
    setSaved({ given, upvote: given })
  }
  const [shown, show] = useOptimistic(saved.upvote)
  // One call after the other, so that the last press is the one that counts.
  const queue = useRef(Promise.resolve())

  function toggle() {
    if (!signedIn) return signIn()
    const upvoted = !shown.upvoted
    startTransition(async () => {
      show({ upvoted, upvotes: shown.upvotes + (upvoted ? 1 : -1) })
      queue.current = queue.current.then(() => save(upvoted))
      await queue.current
    })
  }

  async function save(upvoted: boolean) {
    try {
      const upvote = await setUpvote(slug, upvoted)
      startTransition(() => setSaved((before) => ({ ...before, upvote })))
      onSaved?.(upvote)
    } catch (error) {
      if (isSignedOut(error)) return signInAgain()
      toast.error('Your upvote was not saved', { description: messageOf(error) })
    }
  }

  return { upvotes: shown.upvotes, upvoted: shown.upvoted, toggle }
}
