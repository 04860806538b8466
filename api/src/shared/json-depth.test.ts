import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createJsonScanner, findJsonFault } from './json-depth.ts'

const nested = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels)
const limits = { depth: 20, values: 1000, keys: 600, digits: 50 }

describe('the shape of a JSON text', () => {
  test.each([
    [nested(20), undefined],
    [nested(21), 'too_deep'],
    [nested(30_000), 'too_deep'],
    ['['.repeat(30_000), 'too_deep'],
    [nested(21, '{"a":', '}'), 'too_deep'],
    [JSON.stringify({ text: nested(50) }), undefined],
    [JSON.stringify({ text: `"${nested(50)}\\"` }), undefined],
    [`[${'[],'.repeat(300)}1]`, undefined],
    [`{"a":[${'{},'.repeat(1000)}{}]}`, 'too_many'],
    [`[${'0,'.repeat(1000)}0]`, 'too_many'],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`k${i}`, i]))),
      'too_many_keys',
    ],
    [`{${'"a":1,'.repeat(1100)}"a":1}`, 'too_many_keys'],
    [`[${'{"a":1},'.repeat(450)}{"a":1}]`, undefined],
    [`{"a":{${'"b":0,'.repeat(599)}"b":0},"c":"${':'.repeat(5000)}"}`, undefined],
    [JSON.stringify('[{,'.repeat(5000)), undefined],
    ['1'.repeat(51), 'too_long'],
    [`[${'1'.repeat(50)}, ${'2'.repeat(50)}]`, undefined],
    [' '.repeat(10_000), undefined],
    ['', undefined],
  ])('%#: %.20s', (text, fault) => {
    expect(findJsonFault(text, limits)).toBe(fault)
  })
})

test('of every JSON, however its bytes arrive, it says what counting says', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (value, depth, step) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value))
        const scanner = createJsonScanner({ depth, values: Infinity, keys: Infinity, digits: Infinity })
        let isTooDeep = false
        for (let from = 0; from < bytes.length && !isTooDeep; from += step)
          isTooDeep = scanner.push(bytes.subarray(from, from + step)) === 'too_deep'
        expect(isTooDeep).toBe(depthOf(value) > depth)
      },
    ),
  )
})
