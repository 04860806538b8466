'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Spinner } from '@/components/ui/spinner.tsx'
import { ApiError } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { getGeneration } from '../actions.ts'
import { forgetGeneration, rememberedGeneration } from '../remembered-generation.ts'
import { Banner } from './banner.tsx'

const pollMilliseconds = 3_000

/** Says that a plan which this browser asked for is still being made, and brings the page up to date when it is. */
export function GenerationBanner() {
  const router = useRouter()
  const [running, setRunning] = useState<string>()

  useEffect(() => {
    const id = rememberedGeneration()
    if (!id) return
    let wasRunning = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let hasLeft = false
    async function look(generationId: string) {
      const state = await stateOf(generationId)
      if (hasLeft) return
      const isRunning = state === 'queued' || state === 'running'
      setRunning(isRunning ? generationId : undefined)
      if (isRunning || state === 'unknown') {
        wasRunning ||= isRunning
        timer = setTimeout(() => look(generationId), pollMilliseconds)
        return
      }
      forgetGeneration()
      if (wasRunning) router.refresh()
    }
    look(id)
    return () => {
      hasLeft = true
      clearTimeout(timer)
    }
  }, [router])

  if (!running) return null
  return (
    <Banner icon={<Spinner />} title="A new plan is being made.">
      <Link href={routes.planMaking(running)} className="font-medium text-accent hover:text-accent-hover">
        Watch it
      </Link>
    </Banner>
  )
}

/** `gone`: it belongs to somebody else, or to nobody. `unknown`: the answer did not come; ask again. */
async function stateOf(id: string): Promise<'queued' | 'running' | 'done' | 'failed' | 'gone' | 'unknown'> {
  try {
    return (await getGeneration(id)).state
  } catch (error) {
    return error instanceof ApiError && error.status >= 400 && error.status < 500 ? 'gone' : 'unknown'
  }
}
