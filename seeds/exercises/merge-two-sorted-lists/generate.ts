import fc from 'fast-check'
import { int, sorted } from '../../src/proving/arbitraries.ts'

const one = sorted(int(-1_000_000_000, 1_000_000_000), { max: 7 })

export const args = fc.tuple(one, one)
