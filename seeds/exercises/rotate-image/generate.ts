import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

export const args = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => fc.tuple(list(list(int(-1_000, 1_000), { min: size, max: size }), { min: size, max: size })))
