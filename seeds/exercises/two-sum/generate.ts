import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

const LIMIT = 1_000_000_000

/** Exactly one pair adds up to the target. */
export const args = fc
  .tuple(list(int(-LIMIT, LIMIT), { min: 2 }), fc.nat(), fc.nat())
  .map(([nums, a, b]): [number[], number] => {
    const first = a % nums.length
    const second = (first + 1 + (b % (nums.length - 1))) % nums.length
    return [nums, nums[first] + nums[second]]
  })
  .filter(([nums, target]) => {
    const pairs = nums.flatMap((one, at) => nums.slice(at + 1).filter((other) => one + other === target))
    return pairs.length === 1
  })
