'use client'

import type { AskHintInput, HintKind, KeptHint } from '@codify/api/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { deviceStorage } from '@/lib/device-storage.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { askModel, fetchModelHints } from './actions.ts'
import {
  countUsed,
  divideHints,
  nothingRemembered,
  parseRemembered,
  type Remembered,
  usesOf,
} from './model-hints.ts'

/** An answer that is being written, or was stopped. */
export type Writing = { kind: HintKind; text: string; isStopped: boolean }
type Model = { isAvailable: boolean; left: number | null; open: KeptHint[]; earlier: KeptHint[] }
const none: Model = { isAvailable: false, left: null, open: [], earlier: [] }

/** What a model tells about one's code: what it told before, and one answer at a time as it is written. */
export function useModelHints({
  learnerId,
  slug,
  isOff,
}: {
  learnerId: string
  slug: string
  /** In an interview nobody is asked. */
  isOff: boolean
}) {
  const key = `codify:model-hints:${learnerId}:${slug}`
  const { signInAgain } = useSignIn()
  const [model, setModel] = useState<Model>(none)
  const [remembered, setRemembered] = useState<Remembered>(nothingRemembered)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [error, setError] = useState<string | null>(null)
  const stopper = useRef<AbortController>(null)

  const load = useCallback(async () => {
    const before = parseRemembered(deviceStorage.getItem(key))
    setRemembered(before)
    try {
      const { items, available, left_today } = await fetchModelHints(slug)
      setModel({ isAvailable: available, left: left_today, ...divideHints(items, before) })
    } catch {
      // The exercise and its hints do without.
    }
  }, [key, slug])

  useEffect(() => {
    if (!isOff) void load()
    return () => stopper.current?.abort()
  }, [isOff, load])

  function remember(next: Remembered): void {
    setRemembered(next)
    deviceStorage.setItem(key, JSON.stringify(next))
  }

  async function ask(body: AskHintInput & { kind: HintKind }): Promise<void> {
    const stop = new AbortController()
    stopper.current = stop
    const { kind } = body
    let text = ''
    let isOver = false
    setError(null)
    setWriting({ kind, text, isStopped: false })
    try {
      for await (const event of askModel({ slug, body, signal: stop.signal })) {
        if (event.type === 'delta') {
          text += event.text
          setWriting({ kind, text, isStopped: false })
          continue
        }
        isOver = true
        setWriting(null)
        if (event.type === 'failed') fail(`${event.detail} Nothing of it was kept.`)
        else setModel((before) => ({ ...before, open: [...before.open, event.hint], left: event.left_today }))
      }
      if (!isOver && !stop.signal.aborted) fail('The answer broke off. Nothing of it was kept.')
    } catch (cause) {
      if (stop.signal.aborted) return
      if (isSignedOut(cause)) return signInAgain()
      fail(cause instanceof ApiError ? messageOf(cause) : 'The answer broke off. Nothing of it was kept.')
    } finally {
      if (stop.signal.aborted && stopper.current === stop) leave({ kind, text })
    }
  }

  function fail(message: string): void {
    setWriting(null)
    setError(message)
    void load()
  }

  /** What was read of a stopped answer was a hint all the same. */
  function leave({ kind, text }: { kind: HintKind; text: string }): void {
    setWriting(text === '' ? null : { kind, text, isStopped: true })
    if (text !== '') {
      const before = parseRemembered(deviceStorage.getItem(key))
      remember({ ...before, stopped: before.stopped + usesOf(kind) })
    }
    void load()
  }

  return {
    ...model,
    writing,
    error,
    isBusy: writing !== null && !writing.isStopped,
    used: countUsed(model.open, remembered),
    ask: (body: AskHintInput & { kind: HintKind }) => void ask(body),
    stop: () => stopper.current?.abort(),
    /** A new go at the problem: what was told in this one is put away, but for reviews, which are of what is solved. */
    forget: () => {
      stopper.current?.abort()
      stopper.current = null
      const told = model.open.filter(({ kind }) => kind !== 'review')
      remember({ putAway: model.open.at(-1)?.created_at ?? remembered.putAway, stopped: 0 })
      setModel({
        ...model,
        open: model.open.filter(({ kind }) => kind === 'review'),
        earlier: [...told.toReversed(), ...model.earlier],
      })
      setWriting(null)
      setError(null)
    },
  }
}
