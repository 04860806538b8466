import fc from 'fast-check'
import { levelOrder, tree } from '../../src/proving/arbitraries.ts'

const value = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 2 }) }, { weight: 1, arbitrary: fc.constantFrom(-10_000, 10_000, 12) })

type Node = { val: number; left?: Node; right?: Node }

/** The subtree below one node of a level order. */
function below(values: (number | null)[], wanted: number): (number | null)[] {
  const nodes: Node[] = [{ val: values[0] ?? 0 }]
  let from = 0
  for (let at = 1; at < values.length; at++) {
    const val = values[at]
    if (val !== null) {
      const node: Node = { val }
      nodes.push(node)
      nodes[from][at % 2 === 1 ? 'left' : 'right'] = node
    }
    if (at % 2 === 0) from++
  }
  return levelOrder(nodes[wanted % nodes.length])
}

export const args = fc.oneof(
  fc.tuple(tree(value, { min: 1 }), tree(value, { min: 1, max: 3 })),
  fc.tuple(tree(value, { min: 1 }), fc.nat()).map(([root, at]) => [root, below(root, at)]),
  fc.tuple(tree(value, { min: 2 }), fc.nat()).map(([root, at]) => {
    const part = below(root, at)
    return [root, part.length > 1 ? levelOrderWithout(part) : part]
  }),
)

/** Without its last node. */
function levelOrderWithout(values: (number | null)[]): (number | null)[] {
  const shorter = values.slice(0, -1)
  while (shorter.at(-1) === null) shorter.pop()
  return shorter
}
