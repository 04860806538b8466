import { hasFields } from './encode.ts'
import { isArray, mapGet, mapSet } from './primordials.ts'

/** The node of an argument with this `val`. */
export function findNode(root: unknown, val: number): unknown {
  const nodes = nodesOf(root)
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (hasFields(node, 'val', 'val') && node.val === val) return node
  }
  throw new Error(`The test points at a node ${val} that its argument has not.`)
}

/** True if a result, or any node linked from it, is a node of the arguments. */
export function hasNodeOf(args: unknown[], result: unknown, which: 'itself' | 'any' = 'any'): boolean {
  const own = new Map<unknown, number>()
  for (let arg = 0; arg < args.length; arg++) {
    const nodes = nodesOf(args[arg])
    for (let at = 0; at < nodes.length; at++) mapSet(own, nodes[at], at)
  }
  const results = which === 'any' ? nodesOf(result) : [result]
  for (let at = 0; at < results.length; at++) if (mapGet(own, results[at]) !== undefined) return true
  return false
}

function nodesOf(root: unknown): unknown[] {
  const nodes: unknown[] = []
  const seen = new Map<unknown, number>()
  const add = (node: unknown) => {
    if (!hasFields(node, 'val', 'val') || mapGet(seen, node) !== undefined) return
    mapSet(seen, node, nodes.length)
    nodes[nodes.length] = node
  }
  const addAll = (value: unknown) => {
    if (!isArray(value)) add(value)
    else for (let at = 0; at < value.length; at++) add(value[at])
  }
  addAll(root)
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (typeof node !== 'object' || node === null) continue
    if ('next' in node) add(node.next)
    if ('left' in node) add(node.left)
    if ('right' in node) add(node.right)
    if ('neighbors' in node) addAll(node.neighbors)
  }
  return nodes
}
