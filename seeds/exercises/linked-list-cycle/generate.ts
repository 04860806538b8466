import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

export const args = fc
  .tuple(list(int(-100_000, 100_000), { max: 8 }), fc.nat(), fc.boolean())
  .map(([values, at, isCircle]) => [
    isCircle && values.length > 0 ? { values, cycle: at % values.length } : { values, cycle: -1 },
  ])
