import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(fc.oneof(text('ab', { max: 10 }), text('abz', { max: 10 })))
