import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

const letters = fc.oneof(text('abz', { max: 6 }), text('abcdefghijklmnopqrstuvwxyz', { max: 5 }))

export const args = fc.oneof(
  fc.tuple(letters, letters),
  letters.chain((first) => fc.tuple(fc.constant(first), fc.shuffledSubarray([...first], { minLength: first.length }).map((parts) => parts.join('')))),
)
