import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(list(int(-100_000_000, 100_000_000), { max: 12 }))
