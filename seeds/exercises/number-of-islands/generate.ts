import fc from 'fast-check'
import { matrix } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(matrix(fc.constantFrom('0', '1', '1'), { rows: { min: 1, max: 5 }, columns: { min: 1, max: 5 } }))
