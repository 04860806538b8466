'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { useChange } from '@/lib/use-change.ts'
import { unsubscribe } from '../actions.ts'

/** Ends the daily mail without signing in; a button, so that a scanner that follows links ends nothing. */
export function Unsubscribe({ keyOfMail }: { keyOfMail: string }) {
  const [done, setDone] = useState(false)
  const { changing, change } = useChange()
  return (
    <div role="status">
      <h1 className="font-semibold text-2xl tracking-tight">
        {done ? 'There will be no more mails' : 'Stop the daily mail?'}
      </h1>
      <p className="mt-2 mb-6 text-subtle leading-relaxed">
        {done
          ? 'Your address was forgotten with it. You can switch the mail on again in the settings.'
          : 'Your plan stays as it is; only the mail about what is due ends.'}
      </p>
      {!done && (
        <Button
          loading={changing}
          onClick={() =>
            void change(async () => {
              await unsubscribe(keyOfMail)
              setDone(true)
            })
          }
        >
          Stop the mail
        </Button>
      )}
    </div>
  )
}
