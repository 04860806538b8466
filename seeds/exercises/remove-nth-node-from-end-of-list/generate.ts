import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

export const args = fc
  .tuple(list(int(-1_000, 1_000), { min: 1 }), fc.nat())
  .map(([values, n]) => [values, 1 + (n % values.length)])
