const BASES = ['int', 'float', 'bool', 'string', 'void', 'ListNode', 'TreeNode', 'GraphNode'] as const
export type Base = (typeof BASES)[number]
export type ValueType = { base: Base; depth: number }

/** `int[][]` → base `int`, depth 2. */
export function parseType(text: string): ValueType | null {
  const depth = text.endsWith('[][]') ? 2 : text.endsWith('[]') ? 1 : 0
  const name = depth === 0 ? text : text.slice(0, -2 * depth)
  const base = BASES.find((one) => one === name)
  if (base === undefined) return null
  if (depth > 0 && (base === 'void' || base === 'TreeNode' || base === 'GraphNode')) return null
  return { base, depth }
}

/** A type of an exercise that was checked when it was read. */
export function typeOf(text: string): ValueType {
  const type = parseType(text)
  if (type === null) throw new Error(`There is no type "${text}".`)
  return type
}

const WORDS: Record<Base, [one: string, many: string]> = {
  int: ['an integer', 'integers'],
  float: ['a number', 'numbers'],
  bool: ['true or false', 'booleans'],
  string: ['a string', 'strings'],
  void: ['nothing', 'nothing'],
  ListNode: ['a ListNode or null', 'ListNodes'],
  TreeNode: ['a TreeNode or null', 'TreeNodes'],
  GraphNode: ['a GraphNode or null', 'GraphNodes'],
}

/** Describes an expected type in words: "an array of integers". */
export function describeType({ base, depth }: ValueType): string {
  const [one, many] = WORDS[base]
  if (depth === 0) return one
  return depth === 1 ? `an array of ${many}` : `an array of arrays of ${many}`
}
