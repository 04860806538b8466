import fc from 'fast-check'
import { int, matrix } from '../../src/proving/arbitraries.ts'

const height = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 1, arbitrary: int(0, 1_000_000) })

export const args = fc.tuple(matrix(height, { rows: { min: 1, max: 5 }, columns: { min: 1, max: 5 } }))
