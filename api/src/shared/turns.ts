/**
 * How long a caller waits at most for what is under way already for others: with what the database may take, a request
 * stays below its six seconds.
 */
export const PATIENCE_MS = 250

/** Waits until all that has arrived meanwhile was looked at: who asks in one turn of the event loop can be answered together. */
export function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Waits for `over`, which does not fail, but not longer than so many milliseconds. */
export function atMost(milliseconds: number, over: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void over.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
