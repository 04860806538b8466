import fc from 'fast-check'
import { distinct, int } from '../../src/proving/arbitraries.ts'

/** The two walks of a tree whose branches are split at random places. */
export const args = fc
  .tuple(distinct(int(-1_000_000_000, 1_000_000_000)), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }))
  .map(([inorder, splits]): [number[], number[]] => {
    const walk = (values: number[], depth: number): number[] => {
      if (values.length === 0) return []
      const at = splits[depth % splits.length] % values.length
      return [values[at], ...walk(values.slice(0, at), depth + 1), ...walk(values.slice(at + 1), depth + 2)]
    }
    return [walk(inorder, 0), inorder]
  })
