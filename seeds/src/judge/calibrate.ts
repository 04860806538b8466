import { speedFactor } from './run-tests.ts'

/** Milliseconds that the kernel takes on the machine the limits of time were made for. */
const REFERENCE_MS = 1.6
const TRIES = 8

/** How much slower than the reference this machine is at the moment, by a fixed piece of work. */
export function calibrateJavaScript(clock: () => number): number {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES; tries++) {
    const since = clock()
    kernel()
    const ms = clock() - since
    if (ms < best) best = ms
  }
  return speedFactor(best, REFERENCE_MS)
}

/** Numbers, arrays and a map, as in most solutions. */
function kernel(): number {
  const values: number[] = []
  const seen = new Map<number, number>()
  let total = 1
  for (let at = 0; at < 60_000; at++) {
    total = (total * 31 + at) % 1_000_003
    values[at] = total
    if (at % 4 === 0) seen.set(total % 997, at)
  }
  return seen.size + (values[total % values.length] ?? 0)
}
