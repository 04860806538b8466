import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(list(int(-1_000_000, 1_000_000)))
