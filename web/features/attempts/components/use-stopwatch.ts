'use client'

import { useCallback, useEffect, useState } from 'react'
import {
  countAbsence,
  elapsed,
  idleMs,
  leaveStopwatch,
  pauseStopwatch,
  returnToStopwatch,
  type Stopwatch,
  startStopwatch,
} from '../stopwatch.ts'
import { readStopwatch, stopwatchKey, storeStopwatch, storeText, timedKey } from '../stored-stopwatch.ts'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * The stopwatch of a problem, stored in this browser: it survives a reload and follows other tabs. It stops while the page
 * is hidden or left, and after a while without a sign of work.
 */
export function useStopwatch(learnerId: string, slug: string) {
  const key = stopwatchKey(learnerId, slug)
  const [stopwatch, setStopwatch] = useState<Stopwatch | null>(null)
  const [now, setNow] = useState(0)

  const change = useCallback(
    (next: (stopwatch: Stopwatch | null, now: number) => Stopwatch | null) => {
      const before = readStopwatch(key)
      const after = next(before, Date.now())
      if (after !== before) storeStopwatch(key, after)
    },
    [key],
  )

  useEffect(() => {
    function read() {
      setNow(Date.now())
      setStopwatch(readStopwatch(key))
    }
    function onStorage(event: StorageEvent) {
      if (event.key === key) read()
    }
    function leave() {
      change((one, at) => one && leaveStopwatch(one, at))
    }
    function onVisibility() {
      if (document.hidden) leave()
      else change((one, at) => one && returnToStopwatch(one, at))
    }
    read()
    window.addEventListener('storage', onStorage)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', onVisibility)
    onVisibility()
    return () => {
      window.removeEventListener('storage', onStorage)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [key, change])

  const isRunning = stopwatch !== null && stopwatch.runningSince !== null
  const isAsking = stopwatch !== null && stopwatch.awaySince !== null
  useEffect(() => {
    if (!isRunning) return
    let lastSign = Date.now()
    const onSign = () => {
      lastSign = Date.now()
    }
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true })
    const timer = setInterval(() => {
      const at = Date.now()
      setNow(at)
      if (at - lastSign >= idleMs) change((one) => one && leaveStopwatch(one, lastSign))
    }, 1000)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, onSign)
    }
  }, [isRunning, change])

  return {
    stopwatch,
    now,
    isRunning,
    /** True if it stopped because nobody seemed to work, and waits for an answer. */
    isAsking,
    milliseconds: stopwatch ? elapsed(stopwatch, now) : 0,
    start() {
      change(startStopwatch)
      storeText(timedKey(learnerId), slug)
    },
    countAbsence: () => change((one, at) => one && countAbsence(one, at)),
    pause: () => change((one, at) => one && pauseStopwatch(one, at)),
    reset: () => storeStopwatch(key, null),
  }
}
