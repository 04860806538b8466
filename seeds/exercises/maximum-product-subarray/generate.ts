import fc from 'fast-check'
import { list } from '../../src/proving/arbitraries.ts'

const factor = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(-100, 100, 99, -99, 64) },
)

/** Stretches stay below 2⁵³: at most six large ones stand in a list. */
export const args = fc.tuple(
  list(factor, { min: 1, max: 12 }).filter((nums) => nums.reduce((bits, one) => bits + Math.log2(Math.abs(one) || 1), 0) < 52),
)
