import { type AnyNode, parse } from 'acorn'
import { full } from 'acorn-walk'

/** Text put in at a place, instead of what stands up to `end`. `open` and `close` order what meets at one place. */
type Edit = { at: number; end: number; text: string; kind: 'open' | 'close' | 'swap'; reach: number }

/** Every node of a program, parents after their children. */
export function nodesOf(code: string): AnyNode[] {
  const nodes: AnyNode[] = []
  full(parse(code, { ecmaVersion: 'latest' }), (node) => nodes.push(node))
  return nodes
}

export function parses(code: string): boolean {
  try {
    nodesOf(code)
    return true
  } catch {
    return false
  }
}

/** Collects edits of a program by the places of its nodes, and makes them all at once. */
export function createEdits(code: string) {
  const edits: Edit[] = []
  const rank = { close: 0, swap: 1, open: 2 }
  return {
    wrap({ start, end }: { start: number; end: number }, before: string, after: string) {
      edits.push({ at: start, end: start, text: before, kind: 'open', reach: -end })
      edits.push({ at: end, end, text: after, kind: 'close', reach: -start })
    },
    insert(at: number, text: string) {
      edits.push({ at, end: at, text, kind: 'swap', reach: 0 })
    },
    replace({ start, end }: { start: number; end: number }, text: string) {
      edits.push({ at: start, end, text, kind: 'swap', reach: 0 })
    },
    apply(): string {
      let [made, from] = ['', 0]
      for (const { at, end, text } of edits.toSorted(
        (a, b) => a.at - b.at || rank[a.kind] - rank[b.kind] || a.reach - b.reach,
      )) {
        made += code.slice(from, at) + text
        from = end
      }
      return made + code.slice(from)
    },
  }
}
