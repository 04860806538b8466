import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(
  list(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 1, arbitrary: int(0, 1_000_000) }), { min: 1 }),
)
