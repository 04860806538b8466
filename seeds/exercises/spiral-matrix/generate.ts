import fc from 'fast-check'
import { int, matrix } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(matrix(int(-1_000, 1_000), { rows: { min: 1, max: 6 }, columns: { min: 1, max: 6 } }))
