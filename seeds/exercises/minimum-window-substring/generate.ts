import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(text('abAz', { max: 14 }), text('abAz', { min: 1, max: 4 }))
