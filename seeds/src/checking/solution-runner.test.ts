import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Job, Language } from '../judge/judge.types.ts'
import { createSolutionRunner } from './solution-runner.ts'

const runner = createSolutionRunner()
afterAll(() => runner.close())

function job(language: Language, code: string): Job {
  const params = [{ name: 'numbers', type: 'int[]' }]
  const call = { kind: 'function' as const, name: 'sumUp', params, returns: 'int' }
  return { call, compare: 'exact', language, code, inputs: [{ args: [[1, 2]] }, { args: [[3]] }] }
}
const good = {
  javascript: 'function sumUp(numbers) { return numbers.reduce((a, b) => a + b, 0) }',
  python: 'def sum_up(numbers):\n    return sum(numbers)',
}
const values = async (language: 'javascript' | 'python') =>
  (await runner.run(job(language, good[language]), 5_000)).outcomes.map((one) => one.ok && one.value)

describe.each(['javascript', 'python'] as const)('in %s', (language) => {
  test('an endless loop is stopped, what was done before it is kept, and the next run is clean', async () => {
    const code = {
      javascript: 'function sumUp(numbers) { while (numbers.length === 1); return 3 }',
      python: 'def sum_up(numbers):\n    while len(numbers) == 1: pass\n    return 3',
    }
    const run = await runner.run(job(language, code[language]), 300)
    expect(run).toMatchObject({ stopped: 'time', outcomes: [{ ok: true, value: '3' }] })
    expect(await values(language)).toEqual(['3', '3'])
  }, 120_000)

  test('code of an interview runs by the name that its function had there', async () => {
    const code = { javascript: 'function solve() { return 5 }', python: 'def solve(numbers):\n    return 5' }
    const { outcomes } = await runner.run(job(language, code[language]), 5_000)
    expect(outcomes).toMatchObject([
      { ok: true, value: '5' },
      { ok: true, value: '5' },
    ])
  }, 120_000)
})

test('prototypes that the code changed do not make a wrong result right', async () => {
  const code = `
    const fooled = () => { throw new Error('tampered') }
    for (const kind of [Map, Set, String, Number, Function, Array]) {
      for (const key of Object.getOwnPropertyNames(kind.prototype)) {
        if (key === 'constructor' || key === 'length') continue
        try { kind.prototype[key] = fooled } catch {}
      }
    }
    Array.prototype.toJSON = () => 3
    JSON.stringify = () => '3'
    Array.isArray = () => true
    Number.isInteger = () => true
    function sumUp() { return 'wrong' }`
  const fooled = createSolutionRunner()
  const { outcomes } = await fooled.run(job('javascript', code), 5_000)
  await fooled.close()
  const message = 'Your function returned a string; an integer is expected.'
  expect(outcomes).toMatchObject([
    { ok: false, problem: { message } },
    { ok: false, problem: { message } },
  ])
})

test('what fills all memory is stopped', async () => {
  const code = 'function sumUp() { const all = []; for (;;) all.push(new Array(1e5).fill(1.5)) }'
  const bombed = createSolutionRunner()
  expect(await bombed.run(job('javascript', code), 20_000)).toMatchObject({ stopped: 'memory', outcomes: [] })
  await bombed.close()
}, 60_000)

describe('Python code', () => {
  beforeAll(async () => {
    await values('python')
  }, 120_000)
  const run = (code: string) => runner.run(job('python', code), 5_000)

  test('that cannot be run is refused: message and line', async () => {
    expect((await run('def sum_up(numbers):\n    return (')).refused).toMatchObject({ line: 2 })
    expect((await run('def total(numbers): return 3')).refused?.message).toBe(
      'There is no function `sum_up`; the tests call it by that name.',
    )
    expect((await run('\nraise ValueError("early")')).refused).toEqual({
      message: 'ValueError: early',
      line: 2,
    })
  })

  test.each([
    ['return numbers.no', "AttributeError: 'list' object has no attribute 'no'"],
    ['return "x"', 'Your function returned a string; an integer is expected.'],
    ['return True', 'Your function returned True; an integer is expected.'],
    ['return None', 'Your function returned None; an integer is expected.'],
    ['return sum_up(numbers)', 'The recursion goes too deep'],
    ['exit()', 'it must return its result'],
  ])('that goes wrong says so: %s', async (body, words) => {
    const { outcomes } = await run(`def sum_up(numbers):\n    ${body}`)
    expect(outcomes[0]).toMatchObject({ ok: false, problem: { message: expect.stringContaining(words) } })
  })

  test('prints into its test, up to 64 KB', async () => {
    const { outcomes } = await run(
      'def sum_up(numbers):\n    print("x" * 50_000 * len(numbers))\n    return 1',
    )
    expect(outcomes[0]?.printed).toContain('more was printed')
    expect(outcomes[1]?.printed).toHaveLength(50_001)
  })
})
