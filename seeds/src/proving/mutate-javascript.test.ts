import { expect, test } from 'vitest'
import { mutateJavaScript } from './mutate-javascript.ts'
import { in32Bits, withBudget, withKeptState } from './vary-javascript.ts'

const program = `function total(numbers) {
  let sum = 0;
  for (const one of numbers) if (one > 0) sum += one * 2;
  return sum;
}`

function run(code: string, ...args: unknown[]): unknown {
  return new Function(`${code}; return total`)()(...args)
}

test('every mutant differs from the program in one place, and parses', () => {
  const mutants = mutateJavaScript(program)
  expect(mutants.map(({ label }) => label)).toEqual(
    expect.arrayContaining([
      'line 2: 0 → 1',
      'line 3: > → >=',
      'line 3: += → -=',
      'line 4: return sum; → nothing',
    ]),
  )
  expect(new Set(mutants.map(({ code }) => code)).size).toBe(mutants.length)
  for (const { code } of mutants) expect(() => new Function(code)).not.toThrow()
})

test('a budget of steps ends what has no end, and changes nothing else', () => {
  expect(run(withBudget(program), [1, -2, 3])).toBe(8)
  expect(() => run(withBudget('function total() { for (;;); }'))).toThrow('does not end')
  const arrows = 'const total = (n) => (n < 2 ? { n } : total(n - 1)); '
  expect(run(withBudget(arrows), 3)).toEqual({ n: 1 })
  expect(run(withBudget('const total = () => ({ a: 1 });'))).toEqual({ a: 1 })
})

test('a program with numbers of 32 bits overflows', () => {
  const cut = in32Bits(program)
  expect(run(cut?.code ?? '', [1_500_000_000])).toBe(-1_294_967_296)
  expect(in32Bits('function total() { return 1 }')).toBeNull()
})

test('a collection is kept from one call to the next', () => {
  const [kept] = withKeptState('function total(a) { const seen = []; seen.push(a); return seen.length }')
  const total = new Function(`${kept?.code}; return total`)()
  expect([total(1), total(1)]).toEqual([1, 2])
})
