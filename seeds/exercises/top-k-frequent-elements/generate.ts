import fc from 'fast-check'
import { list } from '../../src/proving/arbitraries.ts'

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1_000_000_000, 1_000_000_000, 0) },
)

export const args = fc
  .tuple(list(number, { min: 1, max: 14 }), fc.nat())
  .map(([nums, pick]): [number[], number] => [nums, 1 + (pick % new Set(nums).size)])
  .filter(([nums, k]) => {
    const counts = new Map<number, number>()
    for (const one of nums) counts.set(one, (counts.get(one) ?? 0) + 1)
    const ordered = [...counts.values()].sort((a, b) => b - a)
    return ordered[k - 1] !== ordered[k]
  })
