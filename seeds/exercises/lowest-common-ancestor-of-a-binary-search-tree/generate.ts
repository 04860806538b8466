import fc from 'fast-check'
import { int, searchTree } from '../../src/proving/arbitraries.ts'

export const args = fc
  .tuple(searchTree(int(-1_000_000_000, 1_000_000_000), { min: 2 }), fc.nat(), fc.nat())
  .map(([root, a, b]) => {
    const values = root.filter((one) => one !== null)
    const first = a % values.length
    const second = (first + 1 + (b % (values.length - 1))) % values.length
    return [root, { $node: [0, values[first]] }, { $node: [0, values[second]] }]
  })
