import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc
  .tuple(fc.oneof(text('AB', { min: 1, max: 12 }), text('ABZ', { min: 1, max: 12 })), fc.nat())
  .map(([letters, changes]) => [letters, changes % (Math.min(letters.length, 5) + 1)])
