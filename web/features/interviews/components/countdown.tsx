'use client'

import { useEffect, useState } from 'react'
import { asClock } from '@/features/attempts/stopwatch.ts'
import { cn } from '@/lib/cn.ts'

/** Time left; beyond its end it says so and lets one finish. */
export function Countdown({ endsAt }: { endsAt: number }) {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = now === null ? null : endsAt - now
  return (
    <span
      role="timer"
      aria-label="Time left"
      className={cn('ml-auto font-medium text-lg tabular-nums', left !== null && left <= 0 && 'text-warning')}
    >
      {left === null ? '' : left > 0 ? asClock(left) : `Time is up, ${asClock(-left)} over`}
    </span>
  )
}
