import fc from 'fast-check'
import { int, sorted } from '../../src/proving/arbitraries.ts'

const LIMIT = 1_000_000_000

export const args = fc
  .tuple(sorted(int(-LIMIT, LIMIT), { min: 1, max: 12, distinct: true }), fc.nat(), fc.nat(), int(-LIMIT, LIMIT), fc.boolean())
  .map(([nums, turn, pick, other, isThere]) => {
    const at = turn % nums.length
    return [[...nums.slice(at), ...nums.slice(0, at)], isThere ? nums[pick % nums.length] : other]
  })
