import type { ConnectionSource } from './pg-dialect.ts'

/**
 * At most `atMost` connections of `source` at once. Whoever finds none free waits here without a limit of time and not
 * for the pool, whose other connections stay free for others.
 */
export function limitSource(source: ConnectionSource, atMost: number): ConnectionSource {
  let free = atMost
  const waiting: (() => void)[] = []

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else free++
  }

  return {
    async connect() {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await source.connect()
      } catch (error) {
        leave()
        throw error
      }
    },
    onRelease: leave,
    // The pool is for its owner to end.
    async end() {},
  }
}
