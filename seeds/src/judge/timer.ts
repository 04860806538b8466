import { now } from './primordials.ts'
import type { Tell } from './run-tests.ts'

export type Timer = ReturnType<typeof createTimer>

/**
 * Counts the learner's code alone, neither the making of its input nor the reading of its result, and tells whoever watches
 * when it begins and when it stands still.
 */
export function createTimer(tell: Tell, clock: () => number = now) {
  let sum = 0
  let since: number | null = null
  let isInside = false
  const ms = () => sum + (since === null ? 0 : clock() - since)
  return {
    begin(): void {
      if (!isInside) tell({ type: 'phase', phase: 'call', usedMs: sum })
      isInside = true
      since = clock()
    },
    /** From here on it is a promise that takes the time. */
    wait(): void {
      tell({ type: 'phase', phase: 'wait', usedMs: ms() })
    },
    end(): void {
      if (since !== null) sum += clock() - since
      since = null
    },
    /** Excludes our own work that follows, which may take long. */
    prepare(): void {
      if (isInside) tell({ type: 'phase', phase: 'prepare', usedMs: sum })
      isInside = false
    },
    ms,
  }
}
