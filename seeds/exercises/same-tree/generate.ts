import fc from 'fast-check'
import { tree } from '../../src/proving/arbitraries.ts'

const value = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -1, max: 2 }) }, { weight: 1, arbitrary: fc.constantFrom(-10_000, 100_000) })
const one = tree(value, { max: 4 })

/** Equal in half of the cases, nearly equal in some. */
export const args = fc.oneof(
  fc.tuple(one, one),
  tree(value).map((root) => [root, root]),
  fc.tuple(tree(value, { min: 1 }), fc.nat()).map(([root, at]) => {
    const other = [...root]
    const place = at % root.length
    if (other[place] !== null) other[place] = 7
    return [root, other]
  }),
)
