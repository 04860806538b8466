import { describe, expect, test } from 'vitest'
import type { Call } from '../judge/judge.types.ts'
import { snakeCase } from '../judge/python-names.ts'
import { starterCode } from './starter-code.ts'

test.each([
  ['twoSum', 'two_sum'],
  ['isValidBST', 'is_valid_bst'],
  ['HTTPServer', 'http_server'],
  ['n', 'n'],
  ['numberOf1Bits', 'number_of1_bits'],
])('%s is %s in Python', (name, snake) => expect(snakeCase(name)).toBe(snake))

describe('starter code', () => {
  test('of a function, in each language, from its one signature', () => {
    const call: Call = {
      kind: 'function',
      name: 'mergeLists',
      params: [
        { name: 'sortedLists', type: 'ListNode[]' },
        { name: 'most', type: 'int' },
      ],
      returns: 'ListNode',
    }
    const starters = starterCode(call)
    expect(starters.typescript).toBe(
      '// ListNode is given: ListNode(val), with the fields val, next.\n' +
        'function mergeLists(sortedLists: (ListNode | null)[], most: number): ListNode | null {\n  \n}\n',
    )
    expect(starters.javascript).toContain('function mergeLists(sortedLists, most) {')
    expect(starters.python).toContain(
      'def merge_lists(sorted_lists: list[ListNode | None], most: int) -> ListNode | None:',
    )
  })

  test('of a class', () => {
    const call: Call = {
      kind: 'class',
      name: 'Trie',
      constructor: [],
      methods: [{ name: 'startsWith', params: [{ name: 'prefix', type: 'string' }], returns: 'bool' }],
    }
    const { typescript, python } = starterCode(call)
    expect(typescript).toBe(
      'class Trie {\n  constructor() {\n    \n  }\n\n  startsWith(prefix: string): boolean {\n    \n  }\n}\n',
    )
    expect(python).toBe(
      'class Trie:\n    def __init__(self) -> None:\n        pass\n\n    def starts_with(self, prefix: str) -> bool:\n        pass\n',
    )
  })
})
