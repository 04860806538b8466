'use client'

import { signIn } from 'next-auth/react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'

export type OAuthProvider = { id: 'google' | 'github'; name: string }

export function OAuthButtons({ providers, returnTo }: { providers: OAuthProvider[]; returnTo: string }) {
  const [leaving, setLeaving] = useState<string>()
  const [error, setError] = useState<string>()

  // A browser may show the page again as it was left, with a button that still waits.
  useEffect(() => {
    const comeBack = () => setLeaving(undefined)
    window.addEventListener('pageshow', comeBack)
    return () => window.removeEventListener('pageshow', comeBack)
  }, [])

  async function leaveFor(id: OAuthProvider['id']) {
    setError(undefined)
    setLeaving(id)
    try {
      await signIn(id, { callbackUrl: returnTo })
    } catch {
      setError('Codify cannot be reached. Check your connection and try again.')
      setLeaving(undefined)
    }
  }

  return (
    <div className="flex flex-col gap-2.5">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="secondary"
          className="h-11 w-full"
          loading={leaving === id}
          onClick={() => leaveFor(id)}
        >
          Continue with {name}
        </Button>
      ))}
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
