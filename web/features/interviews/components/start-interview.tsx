'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { startInterview } from '../actions.ts'

const choices = ['20', '30', '45', '60'] as const
const options = choices.map((value) => ({ value, label: `${value} min` }))

export function StartInterview({ openId }: { openId: string | undefined }) {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const [minutes, setMinutes] = useState<(typeof choices)[number]>('45')
  const [isStarting, setIsStarting] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function start() {
    setIsStarting(true)
    setError(null)
    try {
      const { id } = await startInterview(Number(minutes))
      router.push(routes.interview(id))
    } catch (failed) {
      setIsStarting(false)
      if (isSignedOut(failed)) return signInAgain()
      setError(messageOf(failed))
    }
  }

  return (
    <div className="flex flex-col gap-4">
      {!openId && (
        <ToggleGroup
          type="single"
          ariaLabel="How long"
          options={options}
          value={minutes}
          onValueChange={(next) => next && setMinutes(next)}
        />
      )}
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
      <Button className="self-start max-sm:w-full" loading={isStarting} onClick={start}>
        {openId ? 'Go on with the open interview' : 'Start an interview'}
      </Button>
    </div>
  )
}
