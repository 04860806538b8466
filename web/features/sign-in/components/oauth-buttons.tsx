'use client'

import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'

export type OAuthProvider = { id: 'google' | 'github'; name: string }

export function OAuthButtons({ providers, returnTo }: { providers: OAuthProvider[]; returnTo: string }) {
  const [leaving, setLeaving] = useState<string>()
  return (
    <div className="flex flex-col gap-2.5">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="secondary"
          className="h-11 w-full"
          loading={leaving === id}
          onClick={() => {
            setLeaving(id)
            void signIn(id, { callbackUrl: returnTo })
          }}
        >
          Continue with {name}
        </Button>
      ))}
    </div>
  )
}
