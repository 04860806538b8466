import { z } from 'zod'

/** Times in milliseconds since 1970. */
const stopwatchSchema = z.object({
  /** When it was first started; it goes with the attempt. */
  startedAt: z.number(),
  /** Since when it runs; null while it rests. */
  runningSince: z.number().nullable(),
  /** Seconds counted when it last stopped. */
  counted: z.number().min(0),
  /** Since when nobody has worked at the page; null while somebody does, and while it rests. */
  awaySince: z.number().nullable().default(null),
})
export type Stopwatch = z.infer<typeof stopwatchSchema>

const minute = 60_000
const longest = 240 * minute
/** Without a key, a touch or a pointer for so long, it asks whether somebody still works. */
export const idleMs = 15 * minute
/** A shorter look at another window is not asked about. */
const shortAbsence = minute

/** Starts a new one, or one that rests. */
export function startStopwatch(stopwatch: Stopwatch | null, now: number): Stopwatch {
  if (!stopwatch) return { startedAt: now, runningSince: now, counted: 0, awaySince: null }
  return stopwatch.runningSince === null ? { ...stopwatch, runningSince: now, awaySince: null } : stopwatch
}

export function pauseStopwatch(stopwatch: Stopwatch, now: number): Stopwatch {
  return { ...stopwatch, runningSince: null, counted: elapsed(stopwatch, now), awaySince: null }
}

/** Stops one that runs, as of the moment since which nobody works. */
export function leaveStopwatch(stopwatch: Stopwatch, since: number): Stopwatch {
  if (stopwatch.runningSince === null) return stopwatch
  return { ...stopwatch, runningSince: null, counted: elapsed(stopwatch, since), awaySince: since }
}

/** Goes on after a short absence, which is not counted; after a longer one it waits for an answer. */
export function returnToStopwatch(stopwatch: Stopwatch, now: number): Stopwatch {
  const { awaySince } = stopwatch
  return awaySince !== null && now - awaySince < shortAbsence ? startStopwatch(stopwatch, now) : stopwatch
}

/** Goes on and counts the absence: somebody worked without this page. */
export function countAbsence(stopwatch: Stopwatch, now: number): Stopwatch {
  const { awaySince, counted } = stopwatch
  const away = awaySince === null ? 0 : Math.max(0, now - awaySince)
  return startStopwatch({ ...stopwatch, counted: counted + away }, now)
}

/** Milliseconds counted so far, four hours at most; a clock that was set back never makes it less. */
export function elapsed({ runningSince, counted }: Stopwatch, now: number): number {
  return Math.min(longest, counted + (runningSince === null ? 0 : Math.max(0, now - runningSince)))
}

/** Whole minutes as an attempt takes them: at least one, at most four hours. */
export function elapsedMinutes(stopwatch: Stopwatch, now: number): number {
  return Math.max(1, Math.round(elapsed(stopwatch, now) / minute))
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
