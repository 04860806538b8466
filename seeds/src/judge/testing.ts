import type { CompareRule, Json, Language, Verdict } from './judge.types.ts'

/** A program as a learner could write it, called with [1, 2], and what is to be said of it. */
export type Program = {
  title: string
  language: Language
  code: string
  returns: string
  compare: CompareRule
  expected: Json
  status: Verdict['status'] | 'refused'
  /** Part of the message. */
  words?: string
  /** Part of what was printed. */
  printed?: string
}

type Options = Partial<Omit<Program, 'title' | 'language' | 'code'>>

function program(language: Language, title: string, code: string, options: Options = {}): Program {
  return {
    language,
    title,
    code,
    returns: 'int',
    compare: 'exact',
    expected: 3,
    status: 'passed',
    ...options,
  }
}
const py = (title: string, code: string, options?: Options) => program('python', title, code, options)
const js = (title: string, code: string, options?: Options) => program('javascript', title, code, options)
const ts = (title: string, code: string, options?: Options) => program('typescript', title, code, options)
const error = (words: string) => ({ status: 'error' as const, words })
const list: Options = { returns: 'int[]', expected: [1, 2] }
const free: Options = { ...list, compare: 'unordered' }

const pythonPrograms = [
  py('a name in camelCase', 'def sumUp(numbers): return sum(numbers)'),
  py('a lambda', 'sum_up = lambda numbers: sum(numbers)'),
  py(
    'a class Solution',
    'class Solution:\n  def sumUp(self, nums: List[int]) -> Optional[int]:\n    return sum(nums)',
  ),
  py(
    'a class Solution whose method has another name',
    'class Solution:\n  def addAll(self, nums):\n    return sum(nums)',
  ),
  py(
    'names that coding sites import',
    'def sum_up(n):\n  d = defaultdict(int)\n  for one in n: d[0] += one\n  return d[0] if inf > len(Counter(n)) else heappop([3])',
  ),
  py(
    'a dataclass with annotations as text',
    'from __future__ import annotations\nfrom dataclasses import dataclass\n@dataclass(frozen=True)\nclass Point:\n  x: int\n  next: Point | None = None\ndef sum_up(n): return Point(sum(n), Point(1)).x',
  ),
  py(
    'pickle, inspect and type hints',
    'import pickle, inspect, typing\nclass Box:\n  size: "int" = 3\ndef sum_up(n):\n  box = pickle.loads(pickle.dumps(Box()))\n  assert "def sum_up" in inspect.getsource(sum_up)\n  assert typing.get_type_hints(Box) == {"size": int}\n  return box.size',
  ),
  py(
    'NamedTuple and enum',
    'from enum import IntEnum\nfrom typing import NamedTuple\nclass Size(IntEnum):\n  THREE = 3\nclass Pair(NamedTuple):\n  one: Size\ndef sum_up(n): return Pair(Size.THREE).one',
  ),
  py(
    'nodes at the top and as defaults',
    'end = ListNode(1)\ndef sum_up(n, other=ListNode(2)):\n  return end.val + other.val',
  ),
  py(
    'a cache 10,000 calls deep',
    'import functools\n@functools.cache\ndef f(at): return 0 if at == 0 else 1 + f(at - 1)\ndef sum_up(n): return f(10_000) - 9_997',
  ),
  py(
    'min over a generator, 5,000 calls deep',
    'def sum_up(n):\n  def f(at): return 0 if at == 0 else 1 + min(f(at - step) for step in (1,))\n  return f(5_000) - 4_997',
  ),
  py(
    'any over a generator, 5,000 calls deep',
    'def sum_up(n):\n  def f(at): return at == 0 or any(f(at - step) for step in (1,))\n  return 3 if f(5_000) else 0',
  ),
  py(
    '150,000 calls deep',
    'import sys\nsys.setrecursionlimit(10**6)\ndef f(at): return 0 if at == 0 else 1 + f(at - 1)\ndef sum_up(n): return f(150_000) - 149_997',
  ),
  py(
    'recursion without an end',
    'def sum_up(n): return sum_up(n) + 1',
    error('The recursion goes too deep, or does not end'),
  ),
  py(
    'recursion without an end, through sorted',
    'def sum_up(n): return sorted(n, key=sum_up_again)\ndef sum_up_again(n): return sum_up([n, n])',
    error('recursion goes too deep'),
  ),
  py(
    'memory without an end',
    'def sum_up(n):\n  all = []\n  while True: all.append([0] * 10**6)',
    error('more memory'),
  ),
  py('a list larger than any memory', 'def sum_up(n): return len([0] * 10**11)', error('more memory')),
  py('os._exit', 'import os\ndef sum_up(n): os._exit(0)', error('ended the program')),
  py('sys.exit', 'import sys\ndef sum_up(n): sys.exit(1)', error('ended the program')),
  py('quit', 'def sum_up(n): quit()', error('ended the program')),
  py('sys.exit outside of a function', 'import sys\nsys.exit()', {
    status: 'refused',
    words: 'ended the program',
  }),
  py('input', 'def sum_up(n): return int(input())', error('no input to read')),
  py('sys.stdin', 'import sys\ndef sum_up(n): return int(sys.stdin.readline())', error('no input to read')),
  py(
    'print as to a file',
    'import sys\ndef sum_up(n):\n  print("a", "b", sep="-", end="!", file=sys.stderr)\n  sys.stdout.writelines(["c\\n", "d"])\n  sys.stdout.flush()\n  print(sys.stdout.encoding, sys.stdout.isatty(), ListNode(1, ListNode(2)))\n  return 3',
    { printed: 'a-b!c\ndutf-8 False ListNode(1 → 2)\n' },
  ),
  py(
    'print to sys.stdout.buffer',
    'import sys\ndef sum_up(n):\n  sys.stdout.buffer.write(b"bytes")\n  return 3',
    { printed: 'bytes' },
  ),
  py('13.0 for 13', 'def sum_up(n): return sum(n) / 1'),
  py('a Fraction', 'from fractions import Fraction\ndef sum_up(n): return Fraction(6, 2)'),
  py(
    'a fraction where a whole number is wanted',
    'def sum_up(n): return 3.5',
    error('the number 3.5; an integer is expected'),
  ),
  py('infinity', 'def sum_up(n): return float("inf")', error('infinity')),
  py('NaN', 'def sum_up(n): return float("nan")', error('not a number')),
  py('True for a number', 'def sum_up(n): return True', error('returned True')),
  py('nothing', 'def sum_up(n): pass', error('returned None')),
  py('a huge number', 'def sum_up(n): return 10**5_000', error('bits')),
  py('a tuple', 'def sum_up(n): return tuple(n)', list),
  py('a deque', 'def sum_up(n): return deque(n)', list),
  py('a generator', 'def sum_up(n):\n  yield 1\n  yield 2', list),
  py('map', 'def sum_up(n): return map(int, n)', list),
  py('range', 'def sum_up(n): return range(1, 3)', list),
  py('values of a dict', 'def sum_up(n): return {5: 1, 6: 2}.values()', list),
  py('a set where the order is free', 'def sum_up(n): return {2, 1}', free),
  py('a set where it is not', 'def sum_up(n): return {1, 2}', {
    ...list,
    ...error('a set, which has no order'),
  }),
  py('sets of tuples, deep', 'def sum_up(n): return {(1, 2), (2, 2)}', {
    returns: 'int[][]',
    compare: 'unordered-deep',
    expected: [
      [2, 2],
      [2, 1],
    ],
  }),
  py('an async function', 'async def sum_up(n): return 3'),
  py('a loop without an end', 'def sum_up(n):\n  while True: pass', {
    status: 'timeout',
    words: 'an endless loop',
  }),
  py('an exception', 'def sum_up(n):\n  raise ValueError("no luck")', error('ValueError: no luck')),
  py('code that does not parse', 'def sum_up(n):\n  return (', { status: 'refused', words: 'SyntaxError' }),
]

const scriptPrograms = [
  js(
    'a class ListNode of its own',
    'class ListNode { constructor(val, next = null) { this.val = val; this.next = next } }\nfunction sumUp(n) { return new ListNode(1, new ListNode(2)) }',
    { returns: 'ListNode', expected: [1, 2] },
  ),
  js(
    'a function ListNode of its own',
    'function ListNode(val, next) { this.val = val === undefined ? 0 : val; this.next = next || null }\nfunction sumUp(n) { return new ListNode(1, new ListNode(2)) }',
    { returns: 'ListNode', expected: [1, 2] },
  ),
  js(
    'a const TreeNode of its own',
    'const TreeNode = function (val) { this.val = val; this.left = null; this.right = null }\nfunction sumUp(n) { return new TreeNode(7) }',
    { returns: 'TreeNode', expected: [7] },
  ),
  ts(
    'a typed class TreeNode of its own',
    'class TreeNode { constructor(public val: number, public left: TreeNode | null = null, public right: TreeNode | null = null) {} }\nfunction sumUp(n: number[]): TreeNode { return new TreeNode(7) }',
    { returns: 'TreeNode', expected: [7] },
  ),
  js('export', 'export function sumUp(n) { return 3 }'),
  ts('export const', 'export const sumUp = (n: number[]): number => n[0]! + n[1]!'),
  js('export default', 'export default function (n) { return 3 }'),
  js('module.exports', 'const add = (n) => 3\nmodule.exports = { sumUp: add }'),
  js('var with a function', '/**\n * @param {number[]} n\n */\nvar sumUp = function(n) {\n    return 3\n};'),
  ts(
    'a class Solution',
    'class Solution { private start = 1; sumUp(n: number[]): number { return this.start + 2 } }',
  ),
  js('a name in snake_case', 'const sum_up = (n) => 3'),
  js('require', 'const fs = require("fs")\nfunction sumUp(n) { return 3 }', {
    status: 'refused',
    words: '"fs" cannot be imported',
  }),
  js(
    'the whole console',
    'function sumUp(n) { console.error("e"); console.warn("w"); console.debug("d"); console.dir({ a: 1 }); console.assert(false, "oops"); console.count(); console.group("g"); console.log("in"); console.groupEnd(); console.time("t"); console.timeEnd("t"); console.trace("here"); console.table([{ a: 1 }]); return 3 }',
    { printed: 'e\nw\nd\n{a: 1}\nAssertion failed: oops\ndefault: 1\ng\n  in\nt: ' },
  ),
  js(
    'what people print',
    'function sumUp(n) { const o = {}; o.o = o; class Point { x = 1 }; console.log(new TypeError("bad"), new Date(0), new Map([["a", 1]]), new Set([1]), Symbol("s"), 10n, -0, o, new Point()); return 3 }',
    {
      printed:
        'TypeError: bad 1970-01-01T00:00:00.000Z Map(1) {"a" => 1} Set(1) {1} Symbol(s) 10n -0 {o: [Circular]} Point {x: 1}',
    },
  ),
  js(
    'Math.max of too many',
    'function sumUp(n) {\n  return Math.max(...new Array(1e6).fill(3))\n}',
    error('too many arguments'),
  ),
  js(
    'push of too many',
    'function sumUp(n) { const all = []; all.push.apply(all, new Array(1e6)); return 3 }',
    error('too many arguments'),
  ),
  js(
    'recursion without an end',
    'function sumUp(n) { return sumUp(n) + 1 }',
    error('The recursion goes too deep'),
  ),
  js('a typed array', 'function sumUp(n) { return Int32Array.of(1, 2) }', list),
  js('a generator', 'function* sumUp(n) { yield* n }', list),
  js('the values of a Map', 'function sumUp(n) { return new Map([[5, 1], [6, 2]]).values() }', list),
  js('a Set where the order is free', 'function sumUp(n) { return new Set([2, 1]) }', free),
  js('a Set where it is not', 'function sumUp(n) { return new Set(n) }', {
    ...list,
    ...error('a Set, which has no places'),
  }),
  js('NaN', 'function sumUp(n) { return n.total / 2 }', error('returned NaN')),
  js('Infinity', 'function sumUp(n) { return 1 / 0 }', error('returned Infinity')),
  js('-0', 'function sumUp(n) { return -0 }', { expected: 0 }),
  js('nothing', 'function sumUp(n) { n.length }', error('nothing (undefined)')),
  js('an async function', 'async function sumUp(n) { await null; return 3 }'),
  js(
    'a promise that settles later',
    'function sumUp(n) { return new Promise((done) => setTimeout(() => done(3), 30)) }',
  ),
  js('a promise that nothing settles', 'function sumUp(n) { return new Promise(() => {}) }', {
    status: 'timeout',
    words: 'a promise that was still waiting',
  }),
  js(
    'an error in a timer',
    'function sumUp(n) { return new Promise(() => setTimeout(() => { throw new Error("late") }, 5)) }',
    error('Error: late'),
  ),
  js(
    'a promise that is refused',
    'async function sumUp(n) { throw new TypeError("no") }',
    error('TypeError: no'),
  ),
  js('a loop without an end', 'function sumUp(n) { for (;;); }', {
    status: 'timeout',
    words: 'an endless loop',
  }),
  js('a loop without an end outside of a function', 'for (;;);', {
    status: 'timeout',
    words: 'before the first test',
  }),
]

/** Programs of many kinds, each accepted or told as it says. */
export const programs: Program[] = [...pythonPrograms, ...scriptPrograms]
