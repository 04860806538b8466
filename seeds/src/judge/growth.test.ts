import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { expandInput } from './expand-input.ts'
import { familyOf, growsTooFast, growthOf } from './growth.ts'
import type { Call, Json, RunMessage, TestInput } from './judge.types.ts'
import { judgeOutcome } from './judge-outcome.ts'
import { runJavaScript } from './run-javascript.ts'

const callOf = (...types: string[]): Call => ({
  kind: 'function',
  name: 'sumUp',
  params: types.map((type, at) => ({ name: `p${at}`, type })),
  returns: 'int',
})

test.each([
  ['O(n)', callOf('int[]'), 1],
  ['O(n log n)', callOf('int[][]'), 1],
  ['O(rows · columns)', callOf('int[][]'), 1],
  ['O(n²)', callOf('int[][]'), 1],
  ['O(n²)', callOf('string'), 2],
  ['O(n · m)', callOf('string', 'string'), 2],
  ['O(r · c · 3^k)', callOf('string[][]', 'string'), null],
])('%s may grow by a power of %j', (time, call, power) => expect(growthOf(time, call)).toBe(power))

describe('the small input of a family', () => {
  const small = (input: TestInput, call = callOf('int[]')) =>
    familyOf({ call, input, growth: 1, limitMs: 2_000, large: true })?.small

  test.each<[Json, Json]>([
    [{ $range: [0, 4_000, 2] }, { $range: [0, 500, 2] }],
    [{ $concat: [{ $repeat: [1, 800] }, [7, 8]] }, { $concat: [{ $repeat: [1, 100] }, [7, 8]] }],
    [{ $ints: { seed: 1, count: 800, min: 0, max: 9 } }, { $ints: { seed: 1, count: 100, min: 0, max: 9 } }],
  ])('%j is %j', (large, expected) =>
    expect(small({ args: [large] })).toEqual(expandInput({ args: [expected] })),
  )

  test('is smaller whatever numbers stand beside it', () => {
    const call = callOf('int[]', 'int')
    const input = { args: [{ $range: [0, 800, 1] }, 2_000_001] }
    const family = familyOf({ call, input, growth: 1, limitMs: 2_000, large: true })
    expect(family?.most).toBeCloseTo(8 ** 1.7)
  })

  test('is not made of what is small, a tree with a shape of its own, or numbers alone', () => {
    expect(small({ args: [{ $range: [0, 100, 1] }] })).toBeUndefined()
    expect(
      small({ args: [{ $concat: [[1, 2, 3], { $range: [4, 900, 1] }] }] }, callOf('TreeNode')),
    ).toBeUndefined()
    expect(small({ args: [70_000] }, callOf('int'))).toBeUndefined()
  })
})

test.each([
  [80, 10, false],
  // Two or three times as much memory as the processor's cache holds.
  [240, 10, false],
  [640, 10, true],
  // It ended early on the small one: that says nothing.
  [60_000, 10, false],
])('%d ms after %d ms at an eighth grows too fast: %j', (ms, smallMs, tooFast) =>
  expect(growsTooFast({ most: 8 ** 1.7 }, { ms, smallMs })).toBe(tooFast),
)

let spent = 0
beforeEach(() => {
  spent = 0
  vi.stubGlobal('spend', (steps: number) => {
    spent += steps
  })
})
afterEach(() => vi.unstubAllGlobals())

/** A clock that goes on with the steps a program spends, and a little at each look; no real machine is timed. */
function machine(speed: number) {
  let looks = 0
  return () => (spent * 5e-6 + looks++ * 1.6) / speed
}

describe.each([0.25, 1, 4])('on a machine %d times as quick', (speed) => {
  const call = callOf('int[]')
  const large = { args: [{ $range: [0, 8_000, 1] }], expected: 0, large: true }
  const limitMs = 2_000

  async function verdict(body: string) {
    const family = familyOf({ call, input: large, growth: 1, limitMs: 50, large: true })
    const messages: RunMessage[] = []
    await runJavaScript(
      {
        language: 'javascript',
        code: `function sumUp(numbers) { ${body} return 0 }`,
        call,
        compare: 'exact',
        inputs: [expandInput(large)],
        families: [family],
      },
      (message) => messages.push(message),
      { clock: machine(speed) },
    )
    const factor = messages.find((message) => message.type === 'calibrated')?.factor ?? 1
    const outcome = messages.find((message) => message.type === 'finished')?.outcome
    if (outcome === undefined) throw new Error('no outcome')
    const timeLimitMs = limitMs * factor
    return judgeOutcome({
      rules: { call, compare: 'exact' },
      test: large,
      outcome,
      timeLimitMs,
      language: 'javascript',
      family,
    })
  }

  test('a program that grows as it may is accepted', async () => {
    expect(await verdict('for (const one of numbers) spend(1);')).toEqual({ status: 'passed' })
  })

  test('one that grows with the square is not, though it ends in time', async () => {
    const square = 'for (const one of numbers) spend(numbers.length);'
    expect(await verdict(square)).toMatchObject({
      status: 'timeout',
      message: expect.stringMatching(
        /^Right, but too slow at n = 8,000 \(p0: 8,000 values\): 8 times the input takes \d+(\.\d)? times as long\.$/,
      ),
    })
  })
})
