import fc from 'fast-check'
import { list } from '../../src/proving/arbitraries.ts'

const factor = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1000, 1000, 997, -64) },
)

export const args = fc.tuple(
  list(factor, { min: 2, max: 8 }).filter((nums) => nums.reduce((product, one) => product * Math.max(1, Math.abs(one)), 1) <= 1e12),
)
