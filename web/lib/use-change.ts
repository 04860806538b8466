import { useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from './browser-api.ts'
import { useSignIn } from './use-sign-in.ts'

/** Carries out one change at a time; one that fails says so and leaves things as they were. */
export function useChange() {
  const { signInAgain } = useSignIn()
  const [changing, setChanging] = useState(false)

  async function change(call: () => Promise<void>): Promise<void> {
    setChanging(true)
    try {
      await call()
    } catch (error) {
      if (isSignedOut(error)) signInAgain()
      toast.error('That was not changed', { description: messageOf(error) })
    } finally {
      setChanging(false)
    }
  }

  return { changing, change }
}
