import fc from 'fast-check'
import { matrix } from '../../src/proving/arbitraries.ts'

const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(-(2 ** 31), 2 ** 31 - 1) },
)

export const args = fc.tuple(matrix(value, { rows: { min: 1, max: 5 }, columns: { min: 1, max: 5 } }))
