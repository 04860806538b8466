/** The present, as something one can pass in. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Largest difference that clocks of two synchronised machines may have. */
export const CLOCKS_APART_MS = 60_000

/**
 * True while something trusted `until` a moment, for at most `forMs`, may still be trusted. A clock that was ahead and
 * was set back makes nothing last longer.
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
