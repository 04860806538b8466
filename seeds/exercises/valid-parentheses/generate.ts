import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

const right = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small' },
    fc.constant(''),
    fc.tuple(fc.constantFrom('()', '[]', '{}'), tie('text'), tie('text')).map(([pair, inner, next]) => `${pair[0]}${inner}${pair[1]}${next}`),
  ),
}))

export const args = fc.tuple(
  fc.oneof(
    text('()[]{}', { max: 8 }),
    right.text,
    fc.tuple(right.text, fc.constantFrom(...'()[]{}'), right.text).map((parts) => parts.join('')),
  ),
)
