import fc from 'fast-check'
import { interval, list } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(list(interval(-1_000_000_000, 1_000_000_000), { max: 8 }))
