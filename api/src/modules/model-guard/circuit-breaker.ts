import type { Clock } from '../../shared/clock.ts'

const FAILURES_MOST = 5
const REST_MS = 30_000

/**
 * Leaves alone what failed five times in a row, for 30 seconds; then one is let through every 30 seconds, until one
 * succeeds. A caller that never reports holds nobody back for longer.
 */
export function createCircuitBreaker({ clock }: { clock: Clock }) {
  let failures = 0
  /** When the last failure or trial began the present rest. */
  let restingSince: number | null = null

  function isOpen(): boolean {
    if (restingSince === null) return false
    const rested = clock().getTime() - restingSince
    // A clock that was set back makes no rest longer.
    return rested >= 0 && rested < REST_MS
  }

  return {
    isOpen,
    /** Takes the way through where there is one: while it is not known to work, one at a time. */
    enter(): boolean {
      if (isOpen()) return false
      if (restingSince !== null) restingSince = clock().getTime()
      return true
    },
    report(works: boolean): void {
      failures = works ? 0 : failures + 1
      if (works) restingSince = null
      // Those under way when the rest began do not make it longer.
      else if (failures >= FAILURES_MOST && !isOpen()) restingSince = clock().getTime()
    },
  }
}
