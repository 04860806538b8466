import { setImmediate as tick } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBatches } from './batches.ts'

test('hands over together what comes in one turn, and what comes while a batch is under way', async () => {
  const batches: number[][] = []
  const gates: (() => void)[] = []
  const double = createBatches(async (items: number[]) => {
    batches.push(items)
    await new Promise<void>((resolve) => gates.push(resolve))
    return items.map((item) => 2 * item)
  })
  const first = [1, 2].map(double)
  await tick()
  await tick()
  const second = [3, 4, 5].map(double)
  await tick()
  expect(batches).toEqual([[1, 2]])
  gates[0]?.()
  expect(await Promise.all(first)).toEqual([2, 4])
  await tick()
  await tick()
  gates[1]?.()
  expect(await Promise.all(second)).toEqual([6, 8, 10])
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ])
})

test('waits for a batch that hangs no longer than its patience, where it has one', async () => {
  const batches: number[][] = []
  const run = (items: number[]) => {
    batches.push(items)
    return items.includes(1) ? new Promise<number[]>(() => {}) : Promise.resolve(items)
  }
  const ask = createBatches(run, { patienceMs: 20 })
  void ask(1)
  await tick()
  await tick()
  expect(await ask(2)).toBe(2)
  expect(batches).toEqual([[1], [2]])
})

test('a batch that fails fails for its own items only', async () => {
  const check = createBatches(async (items: string[]) => {
    await tick()
    if (items.includes('bad')) throw new Error('refused')
    return items
  })
  const settled = await Promise.allSettled(['beside it', 'bad'].map(check))
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await check('later')).toBe('later')
})

test('answers everyone with their own result, each item once, one batch at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.integer(), { maxLength: 20 }), async (scheduler, items) => {
      const seen: number[] = []
      let under = 0
      const add = createBatches(async (batch: number[]) => {
        under++
        expect(under).toBe(1)
        await scheduler.schedule(Promise.resolve())
        under--
        seen.push(...batch)
        return batch.map((item) => item + 1)
      })
      const answers = items.map((item) => scheduler.schedule(Promise.resolve()).then(() => add(item)))
      expect(await scheduler.waitFor(Promise.all(answers))).toEqual(items.map((item) => item + 1))
      expect(seen.toSorted()).toEqual(items.toSorted())
    }),
  )
})
