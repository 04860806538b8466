import { setImmediate as tick } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBatches } from './batches.ts'

test('hands over the first at once, and together what comes meanwhile', async () => {
  const batches: number[][] = []
  const double = createBatches(async (items: number[]) => {
    batches.push(items)
    await tick()
    return items.map((item) => 2 * item)
  })
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(await double(4)).toBe(8)
  expect(batches).toEqual([[1], [2, 3], [4]])
})

test('a batch that fails fails for its own items only', async () => {
  const check = createBatches(async (items: string[]) => {
    await tick()
    if (items.includes('bad')) throw new Error('refused')
    return items
  })
  const settled = await Promise.allSettled(['first', 'bad', 'beside it'].map(check))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
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
