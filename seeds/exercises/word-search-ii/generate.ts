import fc from 'fast-check'
import { distinct, matrix, text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(
  matrix(fc.constantFrom('a', 'b', 'z'), { rows: { min: 1, max: 4 }, columns: { min: 1, max: 4 } }),
  distinct(fc.oneof(text('abz', { min: 1, max: 5 }), text('ab', { min: 1, max: 3 })), { min: 1, max: 7 }),
)
