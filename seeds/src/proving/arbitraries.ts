import fc from 'fast-check'

// Building blocks of an exercise's `generate.ts`. All values are JSON, as tests.json has them.

type Size = { min?: number; max?: number }
type Tree = { val: number; left?: Tree; right?: Tree }

/** Whole numbers: mostly small ones, which meet each other, and some from the ends of the range. */
export function int(min: number, max: number): fc.Arbitrary<number> {
  const [low, high] = [Math.max(min, -6), Math.min(max, 12)]
  const wide = fc.integer({ min, max })
  if (low >= high) return wide
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: low, max: high }) },
    { weight: 1, arbitrary: wide },
  )
}

export function list<Value>(
  value: fc.Arbitrary<Value>,
  { min = 0, max = 10 }: Size = {},
): fc.Arbitrary<Value[]> {
  return fc.array(value, { minLength: min, maxLength: max, size: 'max' })
}

/** A list in which no value occurs twice. */
export function distinct<Value>(
  value: fc.Arbitrary<Value>,
  { min = 0, max = 10 }: Size = {},
): fc.Arbitrary<Value[]> {
  return fc.uniqueArray(value, { minLength: min, maxLength: max, size: 'max' })
}

/** Numbers in ascending order; with `distinct` each once. */
export function sorted(value: fc.Arbitrary<number>, size: Size & { distinct?: boolean } = {}) {
  const values = size.distinct ? distinct(value, size) : list(value, size)
  return values.map((numbers) => [...numbers].sort((a, b) => a - b))
}

/** A text of the characters of an alphabet; few characters make texts that have something in common. */
export function text(alphabet: string, { min = 0, max = 10 }: Size = {}): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...alphabet), { minLength: min, maxLength: max, size: 'max' })
    .map((characters) => characters.join(''))
}

/** Rows of the same length. */
export function matrix<Value>(
  value: fc.Arbitrary<Value>,
  { rows, columns }: { rows: Size; columns: Size },
): fc.Arbitrary<Value[][]> {
  return fc
    .integer({ min: columns.min ?? 1, max: columns.max ?? 5 })
    .chain((width) => list(list(value, { min: width, max: width }), { min: 1, max: 5, ...rows }))
}

/** Intervals [start, end] between two bounds, some long ones among short ones; `least` is the shortest length. */
export function interval(min: number, max: number, least = 0): fc.Arbitrary<[number, number]> {
  const length = fc.oneof(
    fc.integer({ min: least, max: least + 4 }),
    fc.integer({ min: least, max: least + 15 }),
  )
  const near = Math.max(min, 0)
  const start = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: near, max: near + 20 }) },
    { weight: 1, arbitrary: fc.integer({ min, max: max - least }) },
  )
  return fc.tuple(start, length).map(([from, long]) => [from, Math.min(max, from + long)])
}

/** A binary tree in level order, of any shape. */
export function tree(value: fc.Arbitrary<number>, size: Size = {}): fc.Arbitrary<(number | null)[]> {
  return fc
    .tuple(list(value, { max: 12, ...size }), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }))
    .map(([values, places]) => levelOrder(grow(values, places)))
}

/** A binary search tree in level order, of distinct values that were put in one after another. */
export function searchTree(value: fc.Arbitrary<number>, size: Size = {}): fc.Arbitrary<(number | null)[]> {
  return distinct(value, { max: 12, ...size }).map((values) => levelOrder(searchTreeOf(values)))
}

/** The values of a tree in level order, as tests.json has them. */
export function levelOrder(root: Tree | undefined): (number | null)[] {
  const values: (number | null)[] = []
  const open: (Tree | undefined)[] = [root]
  for (const node of open) {
    values.push(node === undefined ? null : node.val)
    if (node !== undefined) open.push(node.left, node.right)
  }
  while (values.length > 0 && values.at(-1) === null) values.pop()
  return values
}

function searchTreeOf(values: number[]): Tree | undefined {
  const [first, ...others] = values
  if (first === undefined) return undefined
  const root: Tree = { val: first }
  for (const val of others) {
    let node = root
    for (;;) {
      const side = val < node.val ? 'left' : 'right'
      const child: Tree | undefined = node[side]
      if (child === undefined) {
        node[side] = { val }
        break
      }
      node = child
    }
  }
  return root
}

/** Puts each value at one of the places that are free. */
function grow(values: number[], places: number[]): Tree | undefined {
  const [first, ...others] = values
  if (first === undefined) return undefined
  const root: Tree = { val: first }
  const free: [Tree, 'left' | 'right'][] = [
    [root, 'left'],
    [root, 'right'],
  ]
  for (const [at, val] of others.entries()) {
    const [[parent, side] = [root, 'left' as const]] = free.splice((places[at] ?? 0) % free.length, 1)
    const node: Tree = { val }
    parent[side] = node
    free.push([node, 'left'], [node, 'right'])
  }
  return root
}

/** A number of nodes, and pairs of them: `loops` and `repeats` say whether such pairs may occur. */
export function edges({
  nodes = { min: 1, max: 7 },
  most = 9,
  loops = true,
}: {
  nodes?: { min: number; max: number }
  most?: number
  loops?: boolean
} = {}): fc.Arbitrary<[number, [number, number][]]> {
  return fc.integer(nodes).chain((count) => {
    const node = fc.integer({ min: 0, max: count - 1 })
    const pair = fc.tuple(node, node).filter(([a, b]) => loops || a !== b)
    return fc.tuple(fc.constant(count), count === 1 && !loops ? fc.constant([]) : list(pair, { max: most }))
  })
}

/** A connected, undirected graph without loops and double edges, as an adjacency list of numbers from 1. */
export function connectedGraph({ max = 7 }: { max?: number } = {}): fc.Arbitrary<number[][]> {
  return fc
    .tuple(
      fc.integer({ min: 0, max }),
      fc.array(fc.nat(), { minLength: max, maxLength: max }),
      list(fc.tuple(fc.nat(), fc.nat()), { max: 6 }),
    )
    .map(([count, parents, more]) => {
      const neighbours = Array.from({ length: count }, (): number[] => [])
      const join = (a: number, b: number) => {
        if (a === b || neighbours[a]?.includes(b + 1)) return
        neighbours[a]?.push(b + 1)
        neighbours[b]?.push(a + 1)
      }
      for (let at = 1; at < count; at++) join(at, (parents[at] ?? 0) % at)
      for (const [a, b] of count === 0 ? [] : more) join(a % count, b % count)
      return neighbours
    })
}

/** The steps of a class test: its constructor without arguments, then some calls. */
export function callsOf<Call>(name: string, call: fc.Arbitrary<Call>, size: Size = {}) {
  return list(call, { min: 1, max: 14, ...size }).map((calls) => [[name], ...calls])
}
