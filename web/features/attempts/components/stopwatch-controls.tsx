'use client'

import { Pause, Play, RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { cn } from '@/lib/cn.ts'
import { asClock } from '../stopwatch.ts'
import type { useStopwatch } from './use-stopwatch.ts'

export function StopwatchControls({ watch }: { watch: ReturnType<typeof useStopwatch> }) {
  const { stopwatch, isRunning, isAsking, milliseconds, start, pause, reset } = watch
  if (isAsking) return <StillWorking watch={watch} />
  return (
    <fieldset className="flex items-center gap-2">
      <legend className="sr-only">Stopwatch</legend>
      <span
        role="timer"
        aria-label="Time so far"
        className={cn('mr-1 font-medium text-lg tabular-nums', isRunning ? 'text-foreground' : 'text-subtle')}
      >
        {asClock(milliseconds)}
      </span>
      <Button variant="secondary" size="sm" onClick={isRunning ? pause : start}>
        {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
        {isRunning ? 'Pause' : stopwatch ? 'Go on' : 'Start timer'}
      </Button>
      {stopwatch && (
        <IconButton label="Reset the stopwatch" size="sm" onClick={reset}>
          <RotateCcw aria-hidden />
        </IconButton>
      )}
    </fieldset>
  )
}

/** The stopwatch stopped by itself: was it practice, here or elsewhere, or a break? */
function StillWorking({ watch }: { watch: ReturnType<typeof useStopwatch> }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">Stopwatch</legend>
      <span role="status" className="mr-1 text-sm">
        <span className="font-medium">Still working?</span>{' '}
        <span className="text-subtle tabular-nums">Stopped at {asClock(watch.milliseconds)}</span>
      </span>
      <Button variant="secondary" size="sm" onClick={watch.countAbsence}>
        Yes, count all of it
      </Button>
      <Button variant="ghost" size="sm" onClick={watch.pause}>
        No, I had stopped
      </Button>
    </fieldset>
  )
}
