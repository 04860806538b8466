import fc from 'fast-check'
import { distinct, int } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(distinct(int(1, 2 ** 31 - 1), { min: 1, max: 6 }), fc.integer({ min: 0, max: 60 }))
