'use client'

import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { signOutEverywhere } from '../actions.ts'

export function SessionButtons() {
  const [ending, setEnding] = useState<'here' | 'everywhere'>()

  async function everywhere() {
    setEnding('everywhere')
    try {
      await signOutEverywhere()
    } catch (error) {
      toast.error(messageOf(error))
      setEnding(undefined)
    }
  }

  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="secondary"
        loading={ending === 'here'}
        onClick={() => {
          setEnding('here')
          void signOut({ callbackUrl: routes.home })
        }}
      >
        Sign out
      </Button>
      <Button variant="secondary" loading={ending === 'everywhere'} onClick={everywhere}>
        Sign out everywhere
      </Button>
    </div>
  )
}
