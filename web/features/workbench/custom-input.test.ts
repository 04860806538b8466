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

  test.each([
    ['int', '9007199254740993', 'beyond 2^53'],
    ['int[]', '[1, -9007199254740992]', 'beyond 2^53'],
    ['int[][]', '[[1], [123456789012345678901234567890]]', '123456789012345678901234567890 is beyond 2^53'],
    ['int', '1e400', '1e400 is too large'],
    ['float', '-1E+999', '-1E+999 is too large'],
    ['float', '9007199254740993', 'beyond 2^53'],
    ['float', '1e-400', 'too small'],
    ['int', '1e17', 'beyond 2^53'],
    ['int', '2.5', 'That is no int'],
    ['int[]', '["1"]', 'That is no int[]'],
    ['string', '5', 'That is no string'],
    ['TreeNode', '5', 'That is no TreeNode'],
  ])('%s: %s is refused at its field', (type, text, words) => {
    expect(parseInput([{ name: 'x', type }], [text])).toEqual({ errors: [expect.stringContaining(words)] })
  })

  test.each([
    ['int', '9007199254740991'],
    ['float', '1e300'],
    ['string', '"9007199254740993 and \\"1e400"'],
    ['ListNode', '{"values":[1,2],"cycle":0}'],
    ['TreeNode', '[1,null,2]'],
  ])('%s: %s is taken', (type, text) => {
    expect(parseInput([{ name: 'x', type }], [text])).toEqual({ input: [JSON.parse(text)] })
  })
})
