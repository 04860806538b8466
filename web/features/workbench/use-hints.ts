'use client'

import { type ExerciseExplanation, type ExerciseHint, HINTS } from '@codify/api/contract'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { messageOf } from '@/lib/browser-api.ts'
import { deviceStorage } from '@/lib/device-storage.ts'
import { fetchExplanation, fetchHint } from './actions.ts'

const usedSchema = z.object({ hints: z.int().min(0).max(HINTS), isExplained: z.boolean() })
type Used = z.infer<typeof usedSchema>
const none: Used = { hints: 0, isExplained: false }

function readUsed(key: string): Used {
  try {
    return usedSchema.parse(JSON.parse(deviceStorage.getItem(key) ?? ''))
  } catch {
    return none
  }
}

/** The curated hints, one by one; how many were seen survives a reload and counts until an attempt is recorded. */
export function useHints({ learnerId, slug }: { learnerId: string; slug: string }) {
  const key = `codify:hints:${learnerId}:${slug}`
  const [used, setUsed] = useState<Used>(none)
  const [hints, setHints] = useState<ExerciseHint[]>([])
  const [explanation, setExplanation] = useState<ExerciseExplanation | null>(null)
  const [state, setState] = useState<{ isLoading: boolean; error: string | null }>({
    isLoading: false,
    error: null,
  })

  useEffect(() => {
    const before = readUsed(key)
    setUsed(before)
    let isGone = false
    const numbers = Array.from({ length: before.hints }, (_, at) => at + 1)
    Promise.all(numbers.map((number) => fetchHint({ slug, number })))
      .then((seen) => isGone || setHints(seen))
      .catch((error: unknown) => isGone || setState({ isLoading: false, error: messageOf(error) }))
    return () => {
      isGone = true
    }
  }, [key, slug])

  function keep(next: Used): void {
    setUsed(next)
    deviceStorage.setItem(key, JSON.stringify(next))
  }

  async function load<Value>(call: Promise<Value>, take: (value: Value) => void): Promise<void> {
    setState({ isLoading: true, error: null })
    try {
      take(await call)
      setState({ isLoading: false, error: null })
    } catch (error) {
      setState({ isLoading: false, error: messageOf(error) })
    }
  }

  return {
    hints,
    explanation,
    ...state,
    /** Seeing how it is solved before solving it counts as every hint. */
    used: used.isExplained ? HINTS : used.hints,
    next: hints.length < HINTS ? hints.length + 1 : null,
    reveal: () =>
      load(fetchHint({ slug, number: hints.length + 1 }), (hint) => {
        setHints((before) => [...before, hint])
        keep({ ...used, hints: Math.max(used.hints, hint.number) })
      }),
    explain: ({ isSolved }: { isSolved: boolean }) =>
      load(fetchExplanation(slug), (loaded) => {
        setExplanation(loaded)
        if (!isSolved) keep({ ...used, isExplained: true })
      }),
    forget: () => {
      setUsed(none)
      setHints([])
      setExplanation(null)
      deviceStorage.removeItem(key)
    },
  }
}
