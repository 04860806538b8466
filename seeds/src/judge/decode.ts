import type { Json } from './judge.types.ts'
import { GraphNode, ListNode, TreeNode } from './nodes.ts'
import { isArray } from './primordials.ts'
import { describeType, type ValueType } from './value-types.ts'

/** Makes a value of the exercise's own out of its JSON; always a new one, so that a change to it spoils nothing. */
export function decode(type: ValueType, value: Json): unknown {
  if (type.depth > 0) {
    if (!isArray(value)) throw misfit(type, value)
    const inner: ValueType = { base: type.base, depth: type.depth - 1 }
    const out: unknown[] = []
    for (let at = 0; at < value.length; at++) out[at] = decode(inner, value[at] ?? null)
    return out
  }
  switch (type.base) {
    case 'ListNode':
      return decodeList(value)
    case 'TreeNode':
      return decodeTree(value)
    case 'GraphNode':
      return decodeGraph(value)
    case 'void':
      return null
    default:
      if (!fits(type, value)) throw misfit(type, value)
      return value
  }
}

function fits({ base }: ValueType, value: Json): boolean {
  if (base === 'bool') return typeof value === 'boolean'
  if (base === 'string') return typeof value === 'string'
  return typeof value === 'number' && (base === 'float' || value % 1 === 0)
}

function decodeList(value: Json): ListNode | null {
  const cycle = !isArray(value) && value !== null && typeof value === 'object' ? value.cycle : -1
  const values = isArray(value)
    ? value
    : value !== null && typeof value === 'object'
      ? value.values
      : undefined
  if (!isArray(values) || typeof cycle !== 'number') throw misfit({ base: 'ListNode', depth: 0 }, value)
  const nodes: ListNode[] = []
  for (let at = 0; at < values.length; at++) {
    const node = new ListNode(asNumber(values[at]))
    const before = nodes[at - 1]
    if (before !== undefined) before.next = node
    nodes[at] = node
  }
  const last = nodes[nodes.length - 1]
  if (last !== undefined && cycle >= 0) last.next = nodes[cycle] ?? null
  return nodes[0] ?? null
}

function decodeTree(value: Json): TreeNode | null {
  if (!isArray(value)) throw misfit({ base: 'TreeNode', depth: 0 }, value)
  if (value.length === 0 || value[0] === null) return null
  const root = new TreeNode(asNumber(value[0]))
  const nodes: TreeNode[] = [root]
  let from = 0
  for (let at = 1; at < value.length; at++) {
    // Places 1 and 2 belong to the first node there is, 3 and 4 to the second, whatever is null between.
    const parent = nodes[from]
    if (parent === undefined) throw new Error(`A tree has a value at place ${at} that no node holds.`)
    const one = value[at]
    if (one !== null && one !== undefined) {
      const node = new TreeNode(asNumber(one))
      nodes[nodes.length] = node
      if (at % 2 === 1) parent.left = node
      else parent.right = node
    }
    if (at % 2 === 0) from++
  }
  return root
}

function decodeGraph(value: Json): GraphNode | null {
  if (!isArray(value)) throw misfit({ base: 'GraphNode', depth: 0 }, value)
  const nodes: GraphNode[] = []
  for (let at = 0; at < value.length; at++) nodes[at] = new GraphNode(at + 1)
  for (let at = 0; at < value.length; at++) {
    const neighbors = value[at]
    const node = nodes[at]
    if (!isArray(neighbors) || node === undefined) throw misfit({ base: 'GraphNode', depth: 0 }, value)
    for (let next = 0; next < neighbors.length; next++) {
      const neighbor = nodes[asNumber(neighbors[next]) - 1]
      if (neighbor === undefined)
        throw new Error(`A graph names node ${neighbors[next]}, which there is not.`)
      node.neighbors[next] = neighbor
    }
  }
  return nodes[0] ?? null
}

function asNumber(value: Json | undefined): number {
  if (typeof value !== 'number')
    throw new Error(`A node holds ${JSON.stringify(value)}; a number is expected.`)
  return value
}

function misfit(type: ValueType, value: Json): Error {
  return new Error(
    `The test gives ${JSON.stringify(value).slice(0, 80)} where ${describeType(type)} is expected.`,
  )
}
