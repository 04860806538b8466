import fc from 'fast-check'
import { int, searchTree, tree } from '../../src/proving/arbitraries.ts'

const value = int(-(2 ** 31), 2 ** 31 - 1)

/** Half of them are search trees, some with one value changed. */
export const args = fc.tuple(
  fc.oneof(
    tree(value, { max: 5 }),
    searchTree(value),
    fc.tuple(searchTree(value, { min: 1 }), fc.nat(), value).map(([root, at, other]) => {
      const changed = [...root]
      if (changed[at % changed.length] !== null) changed[at % changed.length] = other
      return changed
    }),
  ),
)
