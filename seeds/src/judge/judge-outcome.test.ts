import { describe, expect, test } from 'vitest'
import type { Call, Json, TestInput } from './judge.types.ts'
import { judgeOutcome, tooSlow } from './judge-outcome.ts'

const callOf = (...types: string[]): Call => ({
  kind: 'function',
  name: 'sumUp',
  params: types.map((type, at) => ({ name: `p${at}`, type })),
  returns: 'int',
})
const counter: Call = {
  kind: 'class',
  name: 'Counter',
  constructor: [],
  methods: [{ name: 'findTotal', params: [{ name: 'n', type: 'int' }], returns: 'int' }],
}
const slow = (call: Call, input: TestInput, marks: { visible?: boolean; large?: boolean } = {}) =>
  tooSlow({ call, test: { ...input, expected: null, ...marks }, timeLimitMs: 2_000 })

describe('a program that was stopped', () => {
  test.each<[string, string[], Json[], string]>([
    ['an array', ['int[]', 'int'], [{ $range: [0, 200_000, 1] }, 7], 'n = 200,000 (p0: 200,000 values)'],
    ['a text', ['string'], [{ $join: [{ $repeat: ['ab', 1_250] }, ''] }], 'n = 2,500 (p0: 2,500 characters)'],
    ['a grid', ['int[][]'], [{ $repeat: [{ $repeat: [1, 400] }, 300] }], 'n = 120,000 (p0: 300 × 400)'],
    ['a list', ['ListNode'], [{ values: { $range: [0, 900, 1] }, cycle: 3 }], 'n = 900 (p0: 900 nodes)'],
    ['pairs', ['int', 'int[][]'], [9, { $repeat: [[1, 0], 500] }], 'n = 500 (p1: 500 values)'],
    ['a number', ['int'], [70], 'p0 = 70'],
  ])('is told the size of %s', (_, types, args, size) => {
    expect(slow(callOf(...types), { args }, { large: true })).toBe(`Too slow at ${size}: stopped after 2 s.`)
  })

  test('or how many calls there were', () => {
    const steps = [['Counter'], { each: 'findTotal', over: { $range: [0, 30_000, 1] } }]
    expect(slow(counter, { steps }, { large: true })).toContain('Too slow at n = 30,001 (30,001 calls)')
  })

  test.each<[string, Json[], { visible?: boolean; large?: boolean }, boolean]>([
    ['a small example', [[3, 4]], { visible: true }, true],
    ['a hidden test of few values', [[3, 4, 5]], {}, true],
    ['a hidden test of some', [{ $range: [0, 60, 1] }], {}, false],
    ['a large one', [[3]], { large: true }, false],
  ])('is said to be endless only where it must be: %s', (_, args, marks, isEndless) => {
    expect(slow(callOf('int[]'), { args }, marks).includes('endless')).toBe(isEndless)
  })

  test('is not said to be endless where it may count up to a large number', () => {
    expect(slow(callOf('int'), { args: [4_294_967_295] }, { visible: true })).not.toContain('endless')
  })
})

test('an error in a class test names its step, in the words of the language', () => {
  const given = { ...{ steps: [['Counter'], ['findTotal', 2]] }, expected: [null, 3] }
  const outcome = {
    ok: false as const,
    problem: { message: 'Error: no', line: 4, step: 1 },
    printed: '',
    ms: 1,
  }
  const verdict = (language: 'python' | 'typescript') =>
    judgeOutcome({
      rules: { call: counter, compare: 'exact' },
      test: given,
      outcome,
      timeLimitMs: 1,
      language,
    })
  expect(verdict('python')).toEqual({ status: 'error', message: 'Step 2: find_total(2): Error: no', line: 4 })
  expect(verdict('typescript').message).toContain('findTotal(2)')
})
