import fc from 'fast-check'
import { int, tree } from '../../src/proving/arbitraries.ts'

export const free = ['serialize']
const value = int(-1_000_000, 1_000_000)

/** Two trees, so that the one who keeps the last tree in the object is found out. */
export const steps = fc.tuple(tree(value), tree(value, { max: 5 })).map(([one, other]) => [
  ['TreeCodec'],
  ['serialize', one],
  ['serialize', other],
  ['deserialize', { $result: 1 }],
  ['TreeCodec'],
  ['deserialize', { $result: 2 }],
])
