import fc from 'fast-check'
import { int, sorted } from '../../src/proving/arbitraries.ts'

export const args = fc
  .tuple(sorted(int(-1_000_000_000, 1_000_000_000), { min: 1, max: 12, distinct: true }), fc.nat())
  .map(([nums, turn]) => {
    const at = turn % nums.length
    return [[...nums.slice(at), ...nums.slice(0, at)]]
  })
