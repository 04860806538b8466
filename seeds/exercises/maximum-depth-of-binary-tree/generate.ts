import fc from 'fast-check'
import { int, tree } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(tree(int(-1_000, 1_000)))
