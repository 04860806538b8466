import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(fc.oneof(text('ab', { max: 12 }), text('abA1', { max: 12 })))
