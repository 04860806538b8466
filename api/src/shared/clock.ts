/** The present, as something one can pass in. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** What the clocks of two machines that keep time may be apart. */
export const CLOCKS_APART_MS = 60_000

/**
 * Whether what may be trusted `until` a moment, for `forMs` at most, still may. A clock that was ahead and was set back
 * makes nothing last longer.
 */
export function isStillFresh({
  until,
  forMs,
  clock,
}: {
  until: number
  forMs: number
  clock: Clock
}): boolean {
  const left = until - clock().getTime()
  return left > 0 && left <= forMs
}
