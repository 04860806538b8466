'use client'

import { useCallback, useEffect, useState } from 'react'
import { deviceStorage } from '@/lib/device-storage.ts'
import { elapsed, parseStopwatch, pauseStopwatch, type Stopwatch, startStopwatch } from '../stopwatch.ts'

/** A stopwatch that is kept in this browser under `key`, so that it survives a reload and follows other tabs. */
export function useStopwatch(key: string) {
  const [stopwatch, setStopwatch] = useState<Stopwatch | null>(null)
  const [now, setNow] = useState(0)

  useEffect(() => {
    function read() {
      setNow(Date.now())
      setStopwatch(parseStopwatch(deviceStorage.getItem(key)))
    }
    function onStorage(event: StorageEvent) {
      if (event.key === key) read()
    }
    read()
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [key])

  const isRunning = stopwatch !== null && stopwatch.runningSince !== null
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])

  const keep = useCallback(
    (next: Stopwatch | null) => {
      setNow(Date.now())
      setStopwatch(next)
      if (next) deviceStorage.setItem(key, JSON.stringify(next))
      else deviceStorage.removeItem(key)
    },
    [key],
  )

  return {
    stopwatch,
    now,
    isRunning,
    milliseconds: stopwatch ? elapsed(stopwatch, now) : 0,
    start: () => keep(startStopwatch(stopwatch, Date.now())),
    pause: () => stopwatch && keep(pauseStopwatch(stopwatch, Date.now())),
    reset: () => keep(null),
  }
}
