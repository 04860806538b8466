import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

const some = text('aAbB0O_ ,~{[@`/:', { max: 8 })

export const args = fc.tuple(
  fc.oneof(
    some,
    fc.tuple(some, text('aA1 _', { max: 1 })).map(([half, middle]) => `${half}${middle}${[...half].reverse().join('').toUpperCase()}`),
  ),
)
