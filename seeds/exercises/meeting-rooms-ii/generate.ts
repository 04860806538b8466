import fc from 'fast-check'
import { interval, list } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(list(interval(0, 1_000_000_000, 1), { max: 8 }))
