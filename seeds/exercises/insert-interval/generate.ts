import fc from 'fast-check'
import { interval, list } from '../../src/proving/arbitraries.ts'

const LIMIT = 1_000_000_000

export const args = fc.tuple(list(interval(0, LIMIT), { max: 7 }), interval(0, LIMIT)).map(([given, added]) => {
  const apart: [number, number][] = []
  for (const one of [...given].sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last === undefined || last[1] < one[0]) apart.push(one)
  }
  return [apart, added]
})
