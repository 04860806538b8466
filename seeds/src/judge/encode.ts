import { describeValue } from './describe-value.ts'
import {
  isArray,
  isFiniteNumber,
  isInteger,
  isSet,
  isView,
  mapGet,
  mapSet,
  quote,
  toText,
} from './primordials.ts'
import { ShapeError } from './shape-error.ts'
import { describeType, type ValueType } from './value-types.ts'

/** Longer results are refused: they are a mistake, and nobody could read them. */
const MOST_CHARACTERS = 24_000_000
const MOST_NODES = 1_000_000

/** A node of the learner's result: anything with the fields, so that a class of their own does as well. */
type Fields = Record<string, unknown>

/**
 * The JSON text of a learner's result, or a `ShapeError` that says what is wrong with it. Written by hand because
 * `JSON.stringify` would ask the learner's `toJSON`, and would turn what is no JSON into null.
 */
export function encode({ type, value, subject, free = 'none' }: Encoding): string {
  return encodeAt({ type, value, path: '', whole: { type, subject, free } })
}

/** True if encoding a value of this type takes constant time. */
export function isSmall({ base, depth }: ValueType): boolean {
  return depth === 0 && (base === 'int' || base === 'float' || base === 'bool' || base === 'void')
}

type Whole = { type: ValueType; subject: string; free: 'none' | 'top' | 'deep' }
/**
 * `subject` begins the message when it does not fit: "Your function returned". `free`: how deep the order is free, so that a
 * Set will do.
 */
type Encoding = Omit<Whole, 'free'> & { value: unknown; free?: Whole['free'] }
type Place = { type: ValueType; value: unknown; path: string; whole: Whole }

function encodeAt({ type, value, whole, path }: Place): string {
  if (type.depth === 0) return encodeBase({ type, value, whole, path })
  const isFree = whole.free === 'deep' || (whole.free === 'top' && path === '')
  const values = valuesOf(value, isFree)
  if (values === null) throw misfit({ type, value, whole, path })
  const inner: ValueType = { base: type.base, depth: type.depth - 1 }
  let out = '['
  for (let at = 0; at < values.length; at++) {
    if (at > 0) out += ','
    out += encodeAt({ type: inner, value: values[at], whole, path: `${path}[${at}]` })
    if (out.length > MOST_CHARACTERS) throw new ShapeError('Your result is far too large to be right.')
  }
  return `${out}]`
}

type Values = { readonly length: number; readonly [at: number]: unknown }

/**
 * Returns the elements of an array, a typed array or a one-time iterable, and of a Set where the order is free; else
 * null.
 */
export function valuesOf(value: unknown, isFree: boolean): Values | null {
  if (isArray(value) || isTypedArray(value)) return value
  if ((isFree && isSet(value)) || isIterator(value)) {
    const values: unknown[] = []
    for (const one of value) {
      values[values.length] = one
      guardCount(values.length)
    }
    return values
  }
  return null
}

function isTypedArray(value: unknown): value is Values {
  return isView(value) && 'length' in value
}

/** A generator, or what `map.values()` gives: it can be gone through once. */
export function isIterator(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isArray(value) &&
    'next' in value &&
    typeof value.next === 'function' &&
    Symbol.iterator in value
  )
}

function encodeBase({ type, value, whole, path }: Place): string {
  switch (type.base) {
    case 'void':
      return 'null'
    case 'bool':
      if (typeof value === 'boolean') return value ? 'true' : 'false'
      break
    case 'string':
      if (typeof value === 'string') return quote(value)
      break
    case 'int':
      // −0 is 0 here.
      if (typeof value === 'number' && isInteger(value)) return toText(value + 0)
      break
    case 'float':
      if (typeof value === 'number' && isFiniteNumber(value)) return toText(value + 0)
      break
    case 'ListNode':
      if (value === null || value === undefined) return '[]'
      if (hasFields(value, 'val', 'next')) return encodeList(value)
      break
    case 'TreeNode':
      if (value === null || value === undefined) return '[]'
      if (hasFields(value, 'val', 'left')) return encodeTree(value)
      break
    case 'GraphNode':
      if (value === null || value === undefined) return '[]'
      if (hasFields(value, 'val', 'neighbors')) return encodeGraph(value)
      break
  }
  throw misfit({ type, value, whole, path })
}

function encodeList(head: Fields): string {
  const places = new Map<unknown, number>()
  let out = '['
  let count = 0
  for (let node: unknown = head; node !== null && node !== undefined; count++) {
    const before = mapGet(places, node)
    if (before !== undefined) return `{"values":${out}],"cycle":${before}}`
    if (!hasFields(node, 'val', 'next')) throw badNode('list', node)
    mapSet(places, node, count)
    guardCount(count)
    out += (count > 0 ? ',' : '') + nodeValue(node)
    node = node.next
  }
  return `${out}]`
}

function encodeTree(root: Fields): string {
  const seen = new Map<unknown, number>()
  const queue: unknown[] = [root]
  let out = ''
  // Nulls are written only when a node follows them: trailing ones are cut.
  let nulls = ''
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]
    if (node === null || node === undefined) {
      nulls += ',null'
      continue
    }
    if (!hasFields(node, 'val', 'left')) throw badNode('tree', node)
    if (mapGet(seen, node) !== undefined) {
      throw new ShapeError('Your result is no tree: the same node hangs in it twice.')
    }
    mapSet(seen, node, at)
    guardCount(at)
    out += `${nulls}${at > 0 ? ',' : ''}${nodeValue(node)}`
    nulls = ''
    queue[queue.length] = node.left
    queue[queue.length] = node.right
  }
  return `[${out}]`
}

function encodeGraph(start: Fields): string {
  const nodes: Fields[] = [start]
  const seen = new Map<unknown, number>()
  mapSet(seen, start, 0)
  const byValue: (Fields | undefined)[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node === undefined) break
    guardCount(at)
    const { val } = node
    if (typeof val !== 'number' || byValue[val] !== undefined) {
      throw new ShapeError(
        `Your graph has two nodes with val ${describeValue(val)}, or one without a number.`,
      )
    }
    byValue[val] = node
    const neighbors = neighborsOf(node)
    for (let next = 0; next < neighbors.length; next++) {
      const neighbor: unknown = neighbors[next]
      if (!hasFields(neighbor, 'val', 'neighbors')) throw badNode('graph', neighbor)
      if (mapGet(seen, neighbor) !== undefined) continue
      mapSet(seen, neighbor, nodes.length)
      nodes[nodes.length] = neighbor
    }
  }
  let out = ''
  for (let val = 1; val <= nodes.length; val++) {
    const node = byValue[val]
    if (node === undefined) throw new ShapeError(`Your graph has no node with val ${val}.`)
    out += val > 1 ? ',[' : '['
    const neighbors = neighborsOf(node)
    for (let next = 0; next < neighbors.length; next++) {
      const neighbor: unknown = neighbors[next]
      out += (next > 0 ? ',' : '') + (hasFields(neighbor, 'val', 'neighbors') ? nodeValue(neighbor) : 'null')
    }
    out += ']'
  }
  return `[${out}]`
}

function neighborsOf(node: Fields): unknown[] {
  const { neighbors } = node
  if (!isArray(neighbors)) throw new ShapeError('A node of your graph has no array of neighbors.')
  return neighbors
}

export function hasFields(value: unknown, one: string, other: string): value is Fields {
  return typeof value === 'object' && value !== null && one in value && other in value
}

function nodeValue({ val }: Fields): string {
  if (typeof val === 'number' && isFiniteNumber(val)) return toText(val + 0)
  throw new ShapeError(`A node of your result holds ${describeValue(val)}; a number is expected.`)
}

function guardCount(count: number): void {
  if (count > MOST_NODES)
    throw new ShapeError('Your result has over a million nodes; it does not seem to end.')
}

function badNode(kind: string, node: unknown): ShapeError {
  return new ShapeError(`Your ${kind} holds ${describeValue(node)} where a node or null is expected.`)
}

function misfit({ value, whole, path }: Place): ShapeError {
  const what = path === '' ? describeValue(value) : `an array with ${describeValue(value)} at ${path}`
  return new ShapeError(`${whole.subject} ${what}; ${describeType(whole.type)} is expected.`)
}
