import { edges } from '../../src/proving/arbitraries.ts'

export const args = edges({ nodes: { min: 1, max: 8 }, most: 8 })
