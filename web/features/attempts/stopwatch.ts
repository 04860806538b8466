import { z } from 'zod'

/** Times in milliseconds since 1970. */
const stopwatchSchema = z.object({
  /** When it was first started; it goes with the attempt. */
  startedAt: z.number(),
  /** Since when it runs; null while it rests. */
  runningSince: z.number().nullable(),
  /** What it had counted when it last rested. */
  counted: z.number().min(0),
})
export type Stopwatch = z.infer<typeof stopwatchSchema>

const minute = 60_000
const longestMinutes = 1440

/** Starts a new one, or one that rests. */
export function startStopwatch(stopwatch: Stopwatch | null, now: number): Stopwatch {
  if (!stopwatch) return { startedAt: now, runningSince: now, counted: 0 }
  return stopwatch.runningSince === null ? { ...stopwatch, runningSince: now } : stopwatch
}

export function pauseStopwatch(stopwatch: Stopwatch, now: number): Stopwatch {
  return { ...stopwatch, runningSince: null, counted: elapsed(stopwatch, now) }
}

/** Milliseconds counted so far; a clock that was set back never makes it less. */
export function elapsed({ runningSince, counted }: Stopwatch, now: number): number {
  return counted + (runningSince === null ? 0 : Math.max(0, now - runningSince))
}

/** Whole minutes as an attempt takes them: at least one, at most a day. */
export function elapsedMinutes(stopwatch: Stopwatch, now: number): number {
  return Math.min(longestMinutes, Math.max(1, Math.round(elapsed(stopwatch, now) / minute)))
}

/** "4:05", "1:04:05". */
export function asClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** A stored stopwatch, or null for nothing and for what is not one. */
export function parseStopwatch(text: string | null): Stopwatch | null {
  if (!text) return null
  try {
    return stopwatchSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
