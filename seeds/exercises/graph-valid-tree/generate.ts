import fc from 'fast-check'
import { edges } from '../../src/proving/arbitraries.ts'

/** Half of them are trees, or nearly so: each node hangs on one before it. */
const nearlyTree = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), fc.boolean(), fc.nat())
  .map(([count, parents, isWhole, twist]): [number, number[][]] => {
    const pairs = Array.from({ length: count - 1 }, (_, at) =>
      (twist + at) % 2 === 0 ? [at + 1, parents[at] % (at + 1)] : [parents[at] % (at + 1), at + 1],
    )
    if (!isWhole && pairs.length > 0) pairs[twist % pairs.length] = [twist % count, (twist + 1) % count]
    return [count, pairs]
  })

export const args = fc.oneof(nearlyTree, edges({ nodes: { min: 1, max: 5 }, most: 6 }))
