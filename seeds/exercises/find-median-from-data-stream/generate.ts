import fc from 'fast-check'
import { int, list } from '../../src/proving/arbitraries.ts'

const add = int(-1_000_000, 1_000_000).map((num): [string, ...number[]] => ['addNum', num])
const ask = fc.constant<[string, ...number[]]>(['findMedian'])

export const steps = fc
  .tuple(add, list(fc.oneof({ weight: 2, arbitrary: add }, { weight: 1, arbitrary: ask }), { max: 16 }))
  .map(([first, others]) => [['MedianFinder'], first, ...others, ['findMedian']])
