import fc from 'fast-check'
import { distinct } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(distinct(fc.integer({ min: 2, max: 12 }), { min: 1, max: 5 }), fc.integer({ min: 1, max: 25 }))
