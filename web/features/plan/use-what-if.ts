'use client'

import type { WhatIf } from '@codify/api/contract'
import { useEffect, useRef, useState } from 'react'
import { messageOf } from '@/lib/browser-api.ts'
import { askWhatIf, type PlanTime } from './actions.ts'
import type { WhatIfAnswer } from './what-if-words.ts'

/** A moving slider asks only where it rests. */
const restMilliseconds = 150

/** What other hours and weeks would bring. Nothing is asked before the first move; the last answer stays until the next. */
export function useWhatIf(present: PlanTime) {
  const { hours, weeks } = present
  const [asked, ask] = useState<PlanTime>()
  const [answer, setAnswer] = useState<WhatIfAnswer>()
  const [failure, setFailure] = useState<string>()
  const kept = useRef<WhatIf>(undefined)

  useEffect(() => {
    if (!asked) return
    const moved = new AbortController()
    const load = async () => {
      try {
        const [now, would] = await Promise.all([
          kept.current ?? askWhatIf({ hours, weeks }, moved.signal),
          askWhatIf(asked, moved.signal),
        ])
        kept.current = now
        setFailure(undefined)
        setAnswer({ present: { hours, weeks }, asked, now, would })
      } catch (error) {
        if (!moved.signal.aborted) setFailure(messageOf(error))
      }
    }
    const resting = setTimeout(load, restMilliseconds)
    return () => {
      clearTimeout(resting)
      moved.abort()
    }
  }, [asked, hours, weeks])

  const isAsking = asked !== undefined && answer?.asked !== asked && !failure
  return { asked: asked ?? present, ask, answer, failure, isAsking }
}
