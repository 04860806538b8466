import { describe, expect, test } from 'vitest'
import { anExercise } from '../exercises/testing.ts'
import { checkConstraints, readConstraints } from './check-constraints.ts'

describe('constraints are read', () => {
  test.each([
    ['int[]', '2 to 200,000 numbers, each between −10⁹ and 10⁹.', [2, 200_000], [-1e9, 1e9]],
    ['int[]', '0 to 3,000 prices.', [0, 3_000], null],
    ['TreeNode', '0 to 131,071 nodes, at most 500 levels.', [0, 131_071], null],
    [
      'TreeNode',
      'Each value is between −2³¹ and 2³¹ − 1; values may repeat.',
      null,
      [-(2 ** 31), 2 ** 31 - 1],
    ],
    ['ListNode', '0 to 800 nodes, with values between −10⁹ and 10⁹.', [0, 800], [-1e9, 1e9]],
    ['string', '1 to 300 digits, each from 0 to 9.', [1, 300], null],
    ['int[][]', '1 to 400 rows and 1 to 300 columns.', [1, 400], null],
    // Those are of another argument.
    ['int[]', '`target` lies between −2·10⁹ and 2·10⁹.', null, null],
    ['int[][]', '1 to 100,000 nodes, numbered from 0.', null, null],
  ])('%s: %s', (type, text, count, values) => {
    const range = (given: number[] | null) => given && { least: given[0], most: given[1] }
    expect(readConstraints([text], type)).toEqual({
      count: range(count) ?? undefined,
      values: range(values) ?? undefined,
    })
  })
})

describe('tests are held against them', () => {
  function faultsWith(constraint: string): string[] {
    const exercise = anExercise()
    return checkConstraints({ ...exercise, facts: { ...exercise.facts, constraints: [constraint] } })
  }

  test('those that keep them are fine', () => {
    expect(faultsWith('2 to 10 numbers, each between 0 and 1,000.')).toEqual([])
    expect(faultsWith('Nothing that is understood.')).toEqual([])
  })

  test.each([
    ['3 to 10 numbers.', '2 long'],
    ['2 to 9 numbers.', '10 long'],
    ['2 to 10 numbers, each between 0 and 999.', 'numbers from 0 to 1000'],
    ['1 to 10 numbers.', 'none is as short as the constraints allow (1)'],
    ['2 to 10 numbers, each between −5 and 1,000.', 'negative'],
  ])('%s', (constraint, fault) => {
    expect(faultsWith(constraint).join('\n')).toContain(fault)
  })
})
