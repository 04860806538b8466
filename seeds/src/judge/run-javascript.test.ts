import { describe, expect, test } from 'vitest'
import type { Call, Job, RunMessage, TestInput } from './judge.types.ts'
import { runJavaScript } from './run-javascript.ts'

const sum: Call = {
  kind: 'function',
  name: 'sum',
  params: [{ name: 'numbers', type: 'int[]' }],
  returns: 'int',
}
type Given = Partial<Omit<Job, 'language'>> & { code: string; language?: 'javascript' | 'typescript' }

async function run({
  code,
  call = sum,
  inputs = [{ args: [[1, 2, 3]] }],
  ...more
}: Given): Promise<RunMessage[]> {
  const messages: RunMessage[] = []
  const job = { language: 'typescript' as const, compare: 'exact' as const, ...more, code, call, inputs }
  await runJavaScript(job, (message) => messages.push(message))
  return messages
}
async function outcomes(given: Given) {
  return (await run(given)).flatMap((message) => (message.type === 'finished' ? [message.outcome] : []))
}
const outcome = async (given: Given) => (await outcomes(given))[0]
const refused = async (given: Given) =>
  (await run(given)).find((message) => message.type === 'refused')?.problem

test('a run tells each test as it begins and ends', async () => {
  const code = 'function sum(numbers: number[]): number { return numbers.reduce((a, b) => a + b, 0) }'
  const messages = await run({ code, inputs: [{ args: [[1, 2]] }, { args: [[]] }] })
  const test = ['started', 'phase', 'phase', 'finished']
  expect(messages.map(({ type }) => type)).toEqual(['calibrated', ...test, ...test, 'done'])
  expect(await outcomes({ code, inputs: [{ args: [[1, 2]] }] })).toEqual([
    { ok: true, value: '3', fromInput: false, printed: '', ms: expect.any(Number) },
  ])
})

test('code of an interview runs by the name that its function had there; the own name goes first', async () => {
  const solve = 'function solve(numbers: number[]): number { return 6 }'
  expect(await outcome({ code: solve })).toMatchObject({ ok: true, value: '6' })
  const both = `${solve}\nfunction sum() { return 7 }`
  expect(await outcome({ code: both })).toMatchObject({ ok: true, value: '7' })
  const call: Call = { kind: 'class', name: 'Counter', constructor: [], methods: [] }
  expect((await refused({ code: 'class solve {}', call }))?.message).toContain('There is no class `Counter`')
})

describe('code that is refused', () => {
  test('has no function of the name, or something else under it', async () => {
    expect((await refused({ code: 'const total = 1' }))?.message).toBe(
      'There is no function `sum`; the tests call it by that name.',
    )
    expect((await refused({ code: 'const sum = 1' }))?.message).toContain('`sum` is no function')
    const call: Call = { kind: 'class', name: 'Counter', constructor: [], methods: [] }
    expect((await refused({ code: 'class Count {}', call }))?.message).toContain(
      'There is no class `Counter`',
    )
  })

  test('does not parse: with its line', async () => {
    const problem = await refused({ code: 'function sum(numbers) {\n  return numbers +\n}' })
    expect(problem?.message).toMatch(/^SyntaxError: /)
    expect(problem?.line).toBe(3)
    expect((await refused({ code: 'let a = 1\nlet a = 2' }))?.message).toContain('already been declared')
  })

  test('is TypeScript in a JavaScript run', async () => {
    const code = 'function sum(numbers: number[]) { return 0 }'
    expect((await refused({ code, language: 'javascript' }))?.message).toMatch(/^SyntaxError: /)
  })

  test('imports what is not there', async () => {
    expect(
      (await refused({ code: 'import _ from "lodash"\nfunction sum() { return _ }' }))?.message,
    ).toContain('"lodash" cannot be imported: everything stands in this one file.')
  })

  test('throws before it is called: with its line', async () => {
    expect(await refused({ code: '\nthrow new Error("early")' })).toEqual({
      message: 'Error: early',
      line: 2,
    })
  })
})

describe('code that goes wrong in a test', () => {
  test('throws: message and line are the learner’s own, types stripped', async () => {
    const code =
      'type Numbers = number[]\ninterface Unused {\n  a: string\n}\nfunction sum(n: Numbers): number {\n  return (n as any).no.such\n}'
    expect(await outcome({ code })).toMatchObject({
      ok: false,
      problem: { line: 6, message: expect.stringContaining('TypeError') },
    })
  })

  test.each([
    ['throw null', 'Your code threw null.'],
    ['throw { toString() { throw 1 } }', 'cannot be shown'],
    ['throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })', 'cannot be shown'],
    ['return (function f() { return f() + 1 })()', 'The recursion goes too deep'],
    ['return "x"', 'Your function returned a string; an integer is expected.'],
    ['}; return 1; {', 'There is no function `sum`'],
    ['undeclared = 1', 'undeclared is not defined'],
  ])('%s', async (body, words) => {
    const [first] = (await run({ code: `function sum(numbers) { ${body} }` })).filter(
      ({ type }) => type === 'finished' || type === 'refused',
    )
    expect(JSON.stringify(first)).toContain(words)
  })

  test('does not stop the tests that follow', async () => {
    const code = 'function sum(numbers) { if (numbers.length) throw new Error("full"); return 0 }'
    expect((await outcomes({ code, inputs: [{ args: [[1]] }, { args: [[]] }] })).map(({ ok }) => ok)).toEqual(
      [false, true],
    )
  })
})

describe('what is printed', () => {
  test('is kept per test', async () => {
    const code =
      'function sum(n) { console.log("n is", n, { a: [1, "x"] }, new Map([[1, 2]]), null, undefined); return 0 }'
    expect(
      (await outcomes({ code, inputs: [{ args: [[1]] }, { args: [[]] }] })).map(({ printed }) => printed),
    ).toEqual([
      'n is [1] {a: [1, "x"]} Map(1) {1 => 2} null undefined\n',
      'n is [] {a: [1, "x"]} Map(1) {1 => 2} null undefined\n',
    ])
  })

  test('is cut at 64 KB, and says so', async () => {
    const code =
      'function sum() { const k = "x".repeat(1000); for (let i = 0; i < 1e5; i++) console.log(k); return 0 }'
    const { printed } = (await outcome({ code })) ?? { printed: '' }
    expect(printed.length).toBeLessThan(65_000)
    expect(printed).toContain('more was printed')
  })

  test('may hold itself, or throw when it is looked at', async () => {
    const code = `function sum() { const a = []; a.push(a); console.log(a)
      console.log({ get b() { throw 1 } }, Symbol("s"), 3n, () => 1); return 0 }`
    expect((await outcome({ code }))?.printed).toBe(
      '[[Circular]]\n{b: [Getter]} Symbol(s) 3n [Function (anonymous)]\n',
    )
  })
})

describe('a class', () => {
  const call: Call = {
    kind: 'class',
    name: 'Counter',
    constructor: [{ name: 'start', type: 'int' }],
    methods: [
      { name: 'add', params: [{ name: 'amount', type: 'int' }], returns: 'void' },
      { name: 'total', params: [], returns: 'int' },
      { name: 'join', params: [{ name: 'other', type: 'string' }], returns: 'string' },
    ],
  }
  const code = `class Counter { #n: number; constructor(start: number) { this.#n = start }
    add(amount: number) { this.#n += amount; return 7 } total() { return this.#n } join(o: string) { return o + '!' } }`
  const steps: TestInput = {
    steps: [
      ['Counter', 5],
      { each: 'add', over: [1, 2, 3] },
      ['total'],
      ['join', 'a'],
      ['join', { $result: 3 }],
      ['Counter', 0],
      ['total'],
    ],
  }

  test('is made, called step by step, fed with its own results, and made again', async () => {
    expect(await outcome({ code, call, inputs: [steps] })).toMatchObject({
      value: '[null,null,11,"a!","a!!",null,0]',
    })
  })

  test('without one of the methods says which', async () => {
    const missing = await outcome({ code: 'class Counter { add() {} }', call, inputs: [steps] })
    expect(missing).toMatchObject({
      problem: { message: '`Counter` has no method `total`; the tests call it by that name.' },
    })
  })
})

describe('nodes', () => {
  const list = { name: 'head', type: 'ListNode' }
  test('an argument changed in place is what is compared', async () => {
    const call: Call = { kind: 'function', name: 'cut', params: [list], returns: 'void' }
    const code = 'function cut(head: ListNode | null) { if (head) head.next = null }'
    expect(
      await outcome({ code, call, inputs: [{ args: [[1, 2]] }], result: { argument: 0 } }),
    ).toMatchObject({
      value: '[1]',
    })
  })

  test('a node of an argument is passed, and known again', async () => {
    const tree = { name: 'root', type: 'TreeNode' }
    const call: Call = {
      kind: 'function',
      name: 'same',
      params: [tree, { ...tree, name: 'node' }],
      returns: 'TreeNode',
    }
    const input = { args: [[5, 3, 8], { $node: [0, 8] }] }
    const given = { call, compare: { node_of: 0 }, inputs: [input] }
    expect(await outcome({ ...given, code: 'function same(root, node) { return node }' })).toMatchObject({
      value: '8',
      fromInput: true,
    })
    const copy = 'function same(root, node) { return new TreeNode(node.val) }'
    expect(await outcome({ ...given, code: copy })).toMatchObject({ value: '8', fromInput: false })
    expect(await outcome({ ...given, code: 'function same() { return 8 }' })).toMatchObject({ ok: false })
  })

  test('a copy is told from one that shares a node', async () => {
    const graph = { name: 'node', type: 'GraphNode' }
    const call: Call = { kind: 'function', name: 'clone', params: [graph], returns: 'GraphNode' }
    const given = { call, compare: 'clone' as const, inputs: [{ args: [[[2], [1]]] }] }
    const shallow = 'function clone(node) { return new GraphNode(node.val, node.neighbors) }'
    expect(await outcome({ ...given, code: 'function clone(node) { return node }' })).toMatchObject({
      fromInput: true,
    })
    expect(await outcome({ ...given, code: shallow })).toMatchObject({ ok: false })
    const deep = `function clone(node, seen = new Map()) { if (!seen.has(node)) { const copy = new GraphNode(node.val)
      seen.set(node, copy); copy.neighbors = node.neighbors.map((one) => clone(one, seen)) } return seen.get(node) }`
    expect(await outcome({ ...given, code: deep })).toMatchObject({ value: '[[2],[1]]', fromInput: false })
  })
})
