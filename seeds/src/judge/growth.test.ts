import { describe, expect, test } from 'vitest'
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
    [{ $range: [0, 4_000, 2] }, { $range: [0, 1_000, 2] }],
    [{ $concat: [{ $repeat: [1, 800] }, [7, 8]] }, { $concat: [{ $repeat: [1, 200] }, [7, 8]] }],
    [{ $ints: { seed: 1, count: 800, min: 0, max: 9 } }, { $ints: { seed: 1, count: 200, min: 0, max: 9 } }],
  ])('%j is %j', (large, expected) =>
    expect(small({ args: [large] })).toEqual(expandInput({ args: [expected] })),
  )

  test('is not made of what is small, a tree with a shape of its own, or numbers alone', () => {
    expect(small({ args: [{ $range: [0, 100, 1] }] })).toBeUndefined()
    expect(
      small({ args: [{ $concat: [[1, 2, 3], { $range: [4, 900, 1] }] }] }, callOf('TreeNode')),
    ).toBeUndefined()
    expect(small({ args: [70_000] }, callOf('int'))).toBeUndefined()
  })
})

test.each([
  [40, 10, false],
  [70, 10, false],
  [160, 10, true],
  // It ended early on the small one: that says nothing.
  [6_000, 10, false],
])('%d ms after %d ms at a quarter grows too fast: %j', (ms, smallMs, tooFast) =>
  expect(growsTooFast({ most: 4 ** 1.6 }, { ms, smallMs })).toBe(tooFast),
)

/** What is read of a clock by a program that takes no time but what it asks for. */
function machine(speed: number) {
  return () => performance.now() / speed
}

describe.each([0.25, 1, 4])('on a machine %d times as quick', (speed) => {
  const call = callOf('int[]')
  const test_ = { args: [{ $range: [0, 4_000, 1] }], expected: 0, large: true }
  const limitMs = 2_000

  async function verdict(body: string) {
    const family = familyOf({ call, input: test_, growth: 1, limitMs: 50, large: true })
    const messages: RunMessage[] = []
    await runJavaScript(
      {
        language: 'javascript',
        code: `function sumUp(numbers) { ${body} return 0 }`,
        call,
        compare: 'exact',
        inputs: [expandInput(test_)],
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
      test: test_,
      outcome,
      timeLimitMs,
      language: 'javascript',
      family,
    })
  }

  test('a program that grows as it may is accepted', async () => {
    expect(await verdict('for (const one of numbers) if (one < 0) return one;')).toEqual({ status: 'passed' })
  })

  test('one that grows with the square is not, though it ends in time', async () => {
    const square = 'let sum = 0; for (const a of numbers) for (const b of numbers) sum = (sum + a * b) % 7;'
    expect(await verdict(square)).toMatchObject({
      status: 'timeout',
      message: expect.stringMatching(
        /^Right, but too slow at n = 4,000 \(p0: 4,000 values\): 4 times the input takes \d+(\.\d)? times as long\.$/,
      ),
    })
  })
})
