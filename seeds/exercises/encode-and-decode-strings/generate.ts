import fc from 'fast-check'
import { list } from '../../src/proving/arbitraries.ts'

const part = fc.oneof(
  fc.constantFrom('', '#', '0', '12', '3#', ',', ':', '\\', '/', '"', '\n', ' ', '\u0000', '\uE000', '🙂', 'é', '[]', '%', '|', ';'),
  fc.string({ maxLength: 4 }),
)
const text = list(part, { max: 4 }).map((parts) => parts.join(''))
const long = fc.constantFrom('x'.repeat(12), '#'.repeat(10), '1'.repeat(99), '7'.repeat(130))

export const free = ['encode']
/** The codec's own output is a text as well, once it is known. */
export const steps = list(fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: long }), { max: 6 }).map((texts) => [
  ['Codec'],
  ['encode', texts],
  ['decode', { $result: 1 }],
])
