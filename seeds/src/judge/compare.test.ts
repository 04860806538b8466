import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { compare } from './compare.ts'
import { digest } from './digest.ts'
import type { Call, CompareRule, Json } from './judge.types.ts'

type Given = { rule: CompareRule; expected: Json; got: Json; fromInput?: boolean; steps?: boolean }
const call: Call = { kind: 'class', name: 'Counter', constructor: [], methods: [] }
const judged = ({ rule, expected, got, fromInput = false, steps = false }: Given) =>
  compare({
    rule,
    expected,
    steps: steps ? { call, steps: [['Counter'], ['get', 2]], language: 'typescript' } : null,
    outcome: { ok: true, value: JSON.stringify(got), fromInput, printed: '', ms: 0 },
  })
const right = (given: Given) => judged(given).right

const rules = fc.constantFrom<CompareRule>('exact', 'unordered', 'unordered-deep', 'float')
const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))
const values: fc.Arbitrary<Json> = fc.oneof(leaf, fc.array(leaf), fc.array(fc.array(leaf)))

describe('every rule', () => {
  test('takes a result as equal to itself', () => {
    fc.assert(
      fc.property(rules, values, (rule, value) => {
        expect(right({ rule, expected: value, got: value })).toBe(true)
      }),
    )
  })

  test('says the same with both sides changed over', () => {
    fc.assert(
      fc.property(rules, values, values, (rule, one, other) => {
        expect(right({ rule, expected: one, got: other })).toBe(right({ rule, expected: other, got: one }))
      }),
    )
  })

  test('knows a result by its digest', () => {
    const exact = fc.constantFrom<CompareRule>('exact', 'unordered', 'unordered-deep')
    fc.assert(
      fc.property(exact, values, values, (rule, one, other) => {
        const expected = { $digest: digest(canonical(rule, one)) }
        expect(right({ rule, expected, got: other })).toBe(right({ rule, expected: one, got: other }))
      }),
    )
  })
})

test.each<[CompareRule, Json, Json, boolean]>([
  ['exact', [1, 2], [2, 1], false],
  ['exact', '1', 1, false],
  ['exact', true, 1, false],
  ['unordered', [1, 2, 2], [2, 1, 2], true],
  ['unordered', [1, 2, 2], [1, 1, 2], false],
  ['unordered', [[1, 2]], [[2, 1]], false],
  ['unordered-deep', [[1, 2], [3]], [[3], [2, 1]], true],
  ['unordered-deep', [[1, 2], [3]], [[3], [2, 2]], false],
  ['float', 0.3, 0.1 + 0.2, true],
  ['float', 1e9, 1e9 + 1, true],
  ['float', 1, 1.1, false],
  ['float', [1, [2]], [1, [2.000001]], true],
  ['one-of', ['aba', 'bab'], 'bab', true],
  ['one-of', ['aba', 'bab'], 'b', false],
  ['exact', { $any: true }, 'whatever', true],
])('%j: %j and %j are equal: %j', (rule, expected, got, equal) =>
  expect(right({ rule, expected, got })).toBe(equal),
)

test('a clone shares no node with its input, and says so', () => {
  expect(right({ rule: 'clone', expected: [[]], got: [[]] })).toBe(true)
  const shared = judged({ rule: 'clone', expected: [[]], got: [[]], fromInput: true })
  expect(shared).toEqual({ right: false, message: expect.stringContaining('shares a node') })
})

test('a node is the very node of the input, not one with its value', () => {
  const rule = { node_of: 0 }
  expect(right({ rule, expected: 3, got: 3, fromInput: true })).toBe(true)
  expect(judged({ rule, expected: 3, got: 3 }).message).toContain('the very node')
  expect(right({ rule, expected: null, got: null })).toBe(true)
  expect(right({ rule, expected: 3, got: null })).toBe(false)
})

test('the steps of a class are compared one by one', () => {
  const given = { rule: 'unordered' as const, steps: true }
  expect(right({ ...given, expected: [null, [1, 2]], got: [null, [2, 1]] })).toBe(true)
  expect(right({ ...given, expected: [null, 1], got: [1, null] })).toBe(false)
  expect(right({ ...given, expected: [null, { $any: true }], got: [null, 'anything'] })).toBe(true)
})

describe('what differs is named', () => {
  const many = Array.from({ length: 60 }, (_, at) => at)
  test.each<[CompareRule, Json, Json, string]>([
    ['exact', many, many.with(17, 3), 'The first difference is at [17]: got 3, expected 17.'],
    [
      'exact',
      many,
      many.slice(0, 50),
      'at [50]: yours ends, 50 is expected. Your result has 50 values, 60 are expected.',
    ],
    ['exact', many, [...many, 7], 'at [60]: nothing more is expected, yours has 7.'],
    ['exact', [many, many], [many, many.with(2, 9)], 'at [1][2]: got 9, expected 2'],
    ['unordered', many, many.with(4, 99).toReversed(), '4 is missing. 99 is not expected.'],
    ['exact', 'a'.repeat(150), `${'a'.repeat(99)}b${'a'.repeat(50)}`, 'at character 100: got "b'],
    ['exact', { $digest: 'x' }, [1, 2], 'Your result of 2 values is not the expected one'],
  ])('%s', (rule, expected, got, words) => expect(judged({ rule, expected, got }).message).toContain(words))

  test('not for short results, which are shown', () => {
    expect(judged({ rule: 'exact', expected: [1], got: [2] })).toEqual({ right: false })
  })

  test('by the step of a class test', () => {
    const given = { rule: 'exact' as const, steps: true }
    expect(judged({ ...given, expected: [null, -1], got: [null, 1] }).message).toBe(
      'Step 2: get(2) gave 1, expected -1.',
    )
  })
})
