import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(text('abc', { max: 9 }), text('abcz', { max: 9 }))
