/** One place in the gate; `outside` gives it up while something else is waited for, and takes one again afterwards. */
export type Slot = { outside: <Result>(wait: () => Promise<Result>) => Promise<Result> }

/** Lets `atOnce` in at a time, the others wait their turn; whoever was in already goes first. */
export function createGate(atOnce: number) {
  let free = atOnce
  const returning: (() => void)[] = []
  const arriving: (() => void)[] = []

  async function take(line: (() => void)[]): Promise<void> {
    if (free > 0) free--
    else await new Promise<void>((resolve) => line.push(resolve))
  }

  function leave(): void {
    const next = returning.shift() ?? arriving.shift()
    if (next) next()
    else free++
  }

  const slot: Slot = {
    async outside(wait) {
      leave()
      try {
        return await wait()
      } finally {
        await take(returning)
      }
    },
  }

  return {
    async enter<Result>(run: (slot: Slot) => Promise<Result>): Promise<Result> {
      await take(arriving)
      try {
        return await run(slot)
      } finally {
        leave()
      }
    },
  }
}
