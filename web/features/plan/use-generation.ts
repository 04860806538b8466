'use client'

import type { Generation } from '@codify/api/contract'
import { useEffect, useReducer, useState } from 'react'
import { getGeneration } from './actions.ts'
import { follow, type GenerationProgress, nothingYet, parseEvent } from './generation-progress.ts'

const eventTypes = ['stage', 'day', 'done', 'failed'] as const
const failuresBeforePolling = 3
const pollMilliseconds = 2_000
const retryMilliseconds = 1_000

/**
 * Follows a generation to its end: by its event stream, which the browser takes up again by itself, and by asking
 * now and then where streams do not get through.
 */
export function useGeneration(id: string): { progress: GenerationProgress; isPolling: boolean } {
  const [progress, take] = useReducer(follow, nothingYet)
  const [failures, setFailures] = useState(0)
  const [ended, setEnded] = useState<GenerationProgress['end']>(null)
  const end = progress.end ?? ended
  const isOver = end !== null
  const isPolling = failures >= failuresBeforePolling && !isOver

  useEffect(() => {
    if (isOver || failures >= failuresBeforePolling) return
    let source: EventSource | undefined
    const open = () => {
      source = new EventSource(`/api/v1/generations/${encodeURIComponent(id)}/events`)
      for (const type of eventTypes) {
        source.addEventListener(type, (message: MessageEvent<string>) => {
          const parsed = parseEvent({ type, lastEventId: message.lastEventId, data: message.data })
          if (parsed) take(parsed)
        })
      }
      source.onerror = () => {
        // While it reconnects by itself it is left alone; a refusal closes it for good.
        if (source?.readyState === EventSource.CLOSED) setFailures((count) => count + 1)
      }
    }
    const waiting = setTimeout(open, failures * retryMilliseconds)
    return () => {
      clearTimeout(waiting)
      source?.close()
    }
  }, [id, isOver, failures])

  useEffect(() => {
    if (!isPolling) return
    const asking = setInterval(async () => {
      const generation = await getGeneration(id).catch(() => undefined)
      if (generation) setEnded(endOf(generation))
    }, pollMilliseconds)
    return () => clearInterval(asking)
  }, [id, isPolling])

  return { progress: { ...progress, end }, isPolling }
}

function endOf({ state, plan_id, error_code }: Generation): GenerationProgress['end'] {
  if (state === 'done' && plan_id) return { type: 'done', planId: plan_id }
  if (state === 'failed') return failedEnd(error_code)
  return null
}

/** The end of a generation of which only the code is known. */
function failedEnd(code: string | null): { type: 'failed'; code: string; detail: string } {
  return { type: 'failed', code: code ?? 'plan.generation_failed', detail: 'The plan could not be made.' }
}
