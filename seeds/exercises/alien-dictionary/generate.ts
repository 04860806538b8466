import fc from 'fast-check'
import { list, text } from '../../src/proving/arbitraries.ts'

/** Sorted by an alphabet of their own, mostly, so that there is an order to be found. */
const sortedWords = fc
  .tuple(
    fc.shuffledSubarray([...'abcxz'], { minLength: 5 }),
    list(text('abcxz', { min: 1, max: 4 }), { min: 1, max: 8 }),
  )
  .map(([alphabet, words]) => {
    const rank = (word: string) => [...word].map((letter) => alphabet.indexOf(letter)).join('')
    return [...words].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  })

export const args = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: sortedWords }, { weight: 1, arbitrary: list(text('abc', { min: 1, max: 3 }), { min: 1, max: 4 }) }),
)
