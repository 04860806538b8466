import fc from 'fast-check'
import { int } from '../../src/proving/arbitraries.ts'

const [LEAST, MOST] = [-(2 ** 31), 2 ** 31 - 1]

export const args = fc
  .tuple(int(LEAST, MOST), int(LEAST, MOST))
  .filter(([a, b]) => a + b >= LEAST && a + b <= MOST)
