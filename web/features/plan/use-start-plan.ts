'use client'

import type { Answer } from '@codify/api/contract'
import { usePathname, useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { startPlan } from './actions.ts'
import { rememberGeneration } from './remembered-generation.ts'

type Request = { answers: Answer[]; accept: boolean }

/**
 * Starts a plan and goes to the page where it is being made. A request that is sent again, unchanged, after a
 * failure carries the same key, so it never makes two plans.
 */
export function useStartPlan() {
  const router = useRouter()
  const pathname = usePathname()
  const sent = useRef({ body: '', key: '' })
  const [isStarting, setStarting] = useState(false)
  const [error, setError] = useState<string>()

  async function start(request: Request): Promise<void> {
    const body = JSON.stringify(request)
    if (sent.current.body !== body) sent.current = { body, key: uuid() }
    setStarting(true)
    setError(undefined)
    try {
      const generation = await startPlan({ ...request, idempotencyKey: sent.current.key })
      sent.current = { body: '', key: '' }
      rememberGeneration(generation.id)
      router.push(routes.planMaking(generation.id))
    } catch (failure) {
      setStarting(false)
      if (isSignedOut(failure)) router.push(routes.signIn(pathname))
      else setError(words(failure))
    }
  }

  return { start, isStarting, error }
}

/** The API's detail speaks to programs where a person needs other words. */
function words(failure: unknown): string {
  if (failure instanceof ApiError && failure.code === 'plan.intake_missing')
    return 'Answer the questionnaire first: the plan is made from it.'
  return messageOf(failure)
}
