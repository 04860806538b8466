import fc from 'fast-check'
import { callsOf, text } from '../../src/proving/arbitraries.ts'

const call = fc.tuple(fc.constantFrom('insert', 'search', 'startsWith'), text('ab', { min: 1, max: 4 }))

export const steps = callsOf('Trie', call)
