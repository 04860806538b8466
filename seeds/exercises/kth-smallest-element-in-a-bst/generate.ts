import fc from 'fast-check'
import { int, searchTree } from '../../src/proving/arbitraries.ts'

export const args = fc
  .tuple(searchTree(int(-1_000_000_000, 1_000_000_000), { min: 1 }), fc.nat())
  .map(([root, k]) => [root, 1 + (k % root.filter((one) => one !== null).length)])
