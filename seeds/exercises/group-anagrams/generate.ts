import fc from 'fast-check'
import { list, text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(
  list(fc.oneof(text('abz', { max: 4 }), text('az', { min: 10, max: 14 }), text('abcdefghijklmnopqrstuvwxyz', { max: 3 })), { max: 8 }),
)
