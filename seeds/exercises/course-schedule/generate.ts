import { edges } from '../../src/proving/arbitraries.ts'

export const args = edges({ most: 8 })
