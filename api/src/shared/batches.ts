/**
 * Hands items over one batch at a time: the first at once, and whatever comes while a batch is under way together
 * as the next. So the busier it is, the fewer the calls, and nobody waits for a timer.
 *
 * @param run answers one result for each item, in their order; when it throws, all of its batch are told so
 */
export function createBatches<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; turn: PromiseWithResolvers<Result> }
  let waiting: Waiting[] = []
  let running = false

  async function runAll(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const results = await run(batch.map(({ item }) => item))
        for (const [index, result] of results.entries()) batch[index]?.turn.resolve(result)
        if (results.length < batch.length) throw new Error('a batch was answered in part')
      } catch (error) {
        for (const { turn } of batch) turn.reject(error)
      }
    }
    running = false
  }

  return (item) => {
    const turn = Promise.withResolvers<Result>()
    waiting.push({ item, turn })
    if (!running) void runAll()
    return turn.promise
  }
}
