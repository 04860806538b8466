import fc from 'fast-check'
import { int, list, sorted } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(list(sorted(int(-1_000_000_000, 1_000_000_000), { max: 5 }), { max: 6 }))
