import { atMost, endOfTurn } from './turns.ts'

/**
 * Hands items over one batch at a time: what comes in one turn of the event loop together, and whatever comes while a
 * batch is under way together as the next. So the busier it is, the fewer the calls. No item joins a batch that has
 * begun.
 *
 * @param run answers one result for each item, in their order; when it throws, all of its batch are told so
 * @param options.patienceMs after this long the next batch begins although one is under way; absent: never
 */
export function createBatches<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { patienceMs }: { patienceMs?: number } = {},
): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; turn: PromiseWithResolvers<Result> }
  let waiting: Waiting[] = []
  let running = false

  async function runAll(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      await endOfTurn()
      const batch = waiting
      waiting = []
      const over = settle(batch)
      await (patienceMs === undefined ? over : atMost(patienceMs, over))
    }
    running = false
  }

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item))
      for (const [index, result] of results.entries()) batch[index]?.turn.resolve(result)
      if (results.length < batch.length) throw new Error('a batch was answered in part')
    } catch (error) {
      for (const { turn } of batch) turn.reject(error)
    }
  }

  return (item) => {
    const turn = Promise.withResolvers<Result>()
    waiting.push({ item, turn })
    if (!running) void runAll()
    return turn.promise
  }
}
