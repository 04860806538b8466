import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(fc.oneof(text('abc', { max: 12 }), text('aA 1~!', { max: 12 })))
