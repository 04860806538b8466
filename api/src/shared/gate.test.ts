import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

/** Work that ends when it is told to, and how many are inside. */
function watch() {
  const state = { inside: 0, most: 0 }
  const enter = () => {
    state.inside += 1
    state.most = Math.max(state.most, state.inside)
  }
  return { state, enter, leave: () => (state.inside -= 1) }
}

test('no more than so many are inside at once, and all come through', async () => {
  const gate = createGate(2)
  const { state, enter, leave } = watch()
  const order: number[] = []
  await Promise.all(
    [1, 2, 3, 4, 5].map((n) =>
      gate.enter(async () => {
        enter()
        await Promise.resolve()
        order.push(n)
        leave()
      }),
    ),
  )
  expect(state.most).toBe(2)
  expect(order).toEqual([1, 2, 3, 4, 5])
})

test('whoever waits outside leaves the place to others, and comes back before those who are new', async () => {
  const gate = createGate(1)
  const answer = Promise.withResolvers<string>()
  const held = Promise.withResolvers<void>()
  const told: string[] = []
  const first = gate.enter(async (slot) => {
    told.push(await slot.outside(() => answer.promise))
  })
  const second = gate.enter(async () => {
    told.push('second is inside')
    await held.promise
  })
  const third = gate.enter(async () => void told.push('third is inside'))
  await expect.poll(() => told).toEqual(['second is inside'])
  answer.resolve('the answer')
  await Promise.resolve()
  held.resolve()
  await Promise.all([first, second, third])
  expect(told).toEqual(['second is inside', 'the answer', 'third is inside'])
})

test('a place is free again after an error, inside and outside', async () => {
  const gate = createGate(1)
  const broken = new Error('broken')
  await expect(gate.enter(() => Promise.reject(broken))).rejects.toBe(broken)
  await expect(gate.enter((slot) => slot.outside(() => Promise.reject(broken)))).rejects.toBe(broken)
  expect(await gate.enter(async () => 'in')).toBe('in')
})
