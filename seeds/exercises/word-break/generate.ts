import fc from 'fast-check'
import { distinct, list, text } from '../../src/proving/arbitraries.ts'

const words = distinct(text('abc', { min: 1, max: 3 }), { max: 6 })

export const args = fc.oneof(
  fc.tuple(text('abc', { max: 8 }), words),
  fc.tuple(words, list(fc.nat(), { max: 5 }), text('a', { max: 1 })).map(([known, picks, end]): [string, string[]] => [
    picks.map((pick) => known[pick % Math.max(1, known.length)] ?? '').join('') + end,
    known,
  ]),
)
