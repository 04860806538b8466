'use client'

import type { Attempt } from '@codify/api/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, isSignedOut } from '@/lib/browser-api.ts'
import { deviceStorage } from '@/lib/device-storage.ts'
import { recordMark, retractAttempt } from './actions.ts'
import { addWaiting, parseWaiting, removeWaiting, type WaitingMark } from './waiting-marks.ts'

const retryAfterMs = 5_000

type Told = {
  onRecorded: (mark: WaitingMark, attempt: Attempt) => void
  onRefused: (mark: WaitingMark, error: unknown) => void
}

/**
 * Marks are kept in this browser until the API has confirmed them, and sent in order. Without a connection they wait,
 * through reloads too; each keeps its key, so that none counts twice.
 */
export function useWaitingMarks(storageKey: string, told: Told) {
  const [waiting, setWaiting] = useState<readonly WaitingMark[]>([])
  const [isOffline, setOffline] = useState(false)
  const isSending = useRef(false)
  const listener = useRef(told)
  listener.current = told

  const keep = useCallback(
    (next: readonly WaitingMark[]) => {
      if (next.length) deviceStorage.setItem(storageKey, JSON.stringify(next))
      else deviceStorage.removeItem(storageKey)
      setWaiting(next)
    },
    [storageKey],
  )

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (;;) {
        const mark = parseWaiting(deviceStorage.getItem(storageKey))[0]
        if (!mark) break
        try {
          const attempt = await sendMark(mark)
          listener.current.onRecorded(mark, attempt)
        } catch (error) {
          if (isUnreachable(error)) return setOffline(true)
          listener.current.onRefused(mark, error)
          // Whoever signs in again finds the mark waiting.
          if (isSignedOut(error)) return
        }
        setOffline(false)
        keep(removeWaiting(parseWaiting(deviceStorage.getItem(storageKey)), mark.key))
      }
      setOffline(false)
    } finally {
      isSending.current = false
    }
  }, [storageKey, keep])

  useEffect(() => {
    setWaiting(parseWaiting(deviceStorage.getItem(storageKey)))
    void send()
    const onOnline = () => void send()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [storageKey, send])

  useEffect(() => {
    if (!isOffline) return
    const timer = setInterval(() => void send(), retryAfterMs)
    return () => clearInterval(timer)
  }, [isOffline, send])

  function add(mark: WaitingMark) {
    keep(addWaiting(parseWaiting(deviceStorage.getItem(storageKey)), mark))
    void send()
  }

  return { waiting, isOffline, add }
}

/** A correction takes back what it corrects; what is too old for that stays beside it. */
async function sendMark({ slug, attempt, replaces, key }: WaitingMark): Promise<Attempt> {
  if (replaces) {
    try {
      await retractAttempt(replaces)
    } catch (error) {
      const isGone =
        error instanceof ApiError && ['attempt.not_found', 'attempt.too_old'].includes(error.code)
      if (!isGone) throw error
    }
  }
  return recordMark({ slug, attempt, idempotencyKey: key })
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'api.unreachable'
}
