import fc from 'fast-check'
import { connectedGraph } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(connectedGraph())
