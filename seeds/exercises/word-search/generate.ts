import fc from 'fast-check'
import { matrix, text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(
  matrix(fc.constantFrom('a', 'b', 'A'), { rows: { min: 1, max: 4 }, columns: { min: 1, max: 4 } }),
  fc.oneof(text('abA', { min: 1, max: 7 }), text('ab', { min: 1, max: 4 })),
)
