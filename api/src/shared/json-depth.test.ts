import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDeeperThan } from './json-depth.ts'

const nested = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels)

test.each([
  [nested(20), false],
  [nested(21), true],
  [nested(30_000), true],
  [nested(21, '{"a":', '}'), true],
  [JSON.stringify({ text: nested(50) }), false],
  [JSON.stringify({ text: `"${nested(50)}\\"` }), false],
  ['[],'.repeat(1000), false],
  ['', false],
])('%#: deeper than twenty levels is %s', (text, isDeeper) => {
  expect(isDeeperThan(text, 20)).toBe(isDeeper)
})

test('it says of every JSON what counting its levels says', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 8 }), (value, most) => {
      expect(isDeeperThan(JSON.stringify(value), most)).toBe(depthOf(value) > most)
    }),
  )
})
