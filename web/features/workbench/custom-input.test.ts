import { describe, expect, test } from 'vitest'
import { firstInput, parseInput } from './custom-input.ts'

const nums = { name: 'nums', type: 'int[]' }
const target = { name: 'target', type: 'int' }

describe('a custom input', () => {
  test('begins with the first example', () => {
    const call = { kind: 'function' as const, name: 'twoSum', params: [nums, target], returns: 'int[]' }
    const tests = [
      { name: 'hidden', visible: false, large: false, args: [[9], 9], expected: [] },
      { name: 'seen', visible: true, large: false, args: [[3, 8], 11], expected: [0, 1] },
    ]
    expect(firstInput({ call, tests })).toEqual(['[3,8]', '11'])
  })

  test('is read as JSON, one text a parameter', () => {
    expect(parseInput([nums, target], [' [1, 2] ', '3'])).toEqual({ input: [[1, 2], 3] })
  })

  test('that does not parse is told how to write it', () => {
    expect(parseInput([nums, target], ['[1,', '3'])).toEqual({
      errors: ['Write nums (int[]) as JSON, such as [3].', undefined],
    })
    expect(parseInput([{ name: 'words', type: 'string[][]' }], ['abc'])).toEqual({
      errors: ['Write words (string[][]) as JSON, such as [["abc"]].'],
    })
  })
})
