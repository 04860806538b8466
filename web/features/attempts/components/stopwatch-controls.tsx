'use client'

import { Pause, Play, RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { cn } from '@/lib/cn.ts'
import { asClock } from '../stopwatch.ts'
import type { useStopwatch } from './use-stopwatch.ts'

export function StopwatchControls({ watch }: { watch: ReturnType<typeof useStopwatch> }) {
  const { stopwatch, isRunning, milliseconds, start, pause, reset } = watch
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
