import fc from 'fast-check'
import { callsOf, text } from '../../src/proving/arbitraries.ts'

const pattern = text('ab.', { min: 1, max: 4 }).filter((letters) => letters.split('.').length <= 4)
const call = fc.oneof(
  fc.tuple(fc.constant('addWord'), text('ab', { min: 1, max: 4 })),
  fc.tuple(fc.constant('search'), pattern),
)

export const steps = callsOf('WordDictionary', call)
