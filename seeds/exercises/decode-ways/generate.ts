import fc from 'fast-check'
import { text } from '../../src/proving/arbitraries.ts'

export const args = fc.tuple(
  fc.oneof(text('1234567890', { min: 1, max: 8 }), text('012679', { min: 1, max: 10 }), text('12', { min: 1, max: 60 })),
)
export const small = fc.tuple(text('012679', { min: 1, max: 10 }))
