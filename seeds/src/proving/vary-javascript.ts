import type { AnyNode } from 'acorn'
import { createEdits, nodesOf } from './javascript-tree.ts'
import type { Mutant } from './mutate-javascript.ts'

/** More rounds and calls than any reference needs for a batch of small inputs. */
const MOST_STEPS = 3_000_000

/** The program, ended by an error where it does not end by itself: the same on every machine, whatever its speed. */
export function withBudget(code: string): string {
  const edits = createEdits(code)
  for (const node of nodesOf(code)) {
    switch (node.type) {
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        edits.wrap(node.body, '{__step();', '}')
        break
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        edits.insert(node.body.start + 1, '__step();')
        break
      case 'ArrowFunctionExpression':
        if (node.body.type === 'BlockStatement') edits.insert(node.body.start + 1, '__step();')
        else edits.wrap(bracketed(code, node.body), '(__step(),(', '))')
    }
  }
  const budget = `let __left = ${MOST_STEPS}; const __step = () => { if (--__left < 0) throw new Error("does not end") };`
  return budget + edits.apply()
}

/** An expression with the brackets around it: those of an object that is returned, for one. */
function bracketed(code: string, { start, end }: { start: number; end: number }) {
  let [from, to] = [start, end]
  for (;;) {
    const [before, after] = [code.slice(0, from).trimEnd(), code.slice(to)]
    const blanks = after.length - after.trimStart().length
    if (!before.endsWith('(') || after.trimStart()[0] !== ')') return { start: from, end: to }
    // The bracket of a call around the arrow closes behind it and opens before its parameters, never right here.
    from = before.length - 1
    to += blanks + 1
  }
}

/** The program in a language whose whole numbers have 32 bits; null where it does not reckon. */
export function in32Bits(code: string): Mutant | null {
  const edits = createEdits(code)
  let count = 0
  for (const node of nodesOf(code)) {
    if (node.type === 'BinaryExpression' && /^[+*-]$/.test(node.operator)) {
      edits.wrap(node, '__int(', ')')
      count++
    }
    if (node.type === 'AssignmentExpression' && /^[+*-]=$/.test(node.operator)) {
      const start = code.indexOf(node.operator, node.left.end)
      const target = code.slice(node.left.start, node.left.end)
      edits.wrap(node, '', '))')
      edits.replace({ start, end: start + 2 }, `= __int(${target} ${node.operator[0]} (`)
      count++
    }
  }
  if (count === 0) return null
  const cut = 'const __int = (value) => (Number.isInteger(value) ? value | 0 : value);'
  return { label: 'reckons in 32 bits', code: cut + edits.apply() }
}

/** Programs that keep something from one call to the next: each holds one of its variables outside of the function. */
export function withKeptState(code: string): Mutant[] {
  return nodesOf(code).flatMap((node) => {
    if (node.type === 'PropertyDefinition' && node.value && isFresh(node.value))
      return [keep(code, node.value, 'a field')]
    if (node.type !== 'FunctionDeclaration') return []
    return node.body.body.flatMap((statement) =>
      statement.type !== 'VariableDeclaration'
        ? []
        : statement.declarations.flatMap(({ init }) =>
            init && isFresh(init) ? [keep(code, init, 'a variable')] : [],
          ),
    )
  })
}

/** A new and empty collection. */
function isFresh(node: AnyNode): boolean {
  if (node.type === 'ArrayExpression') return node.elements.length === 0
  if (node.type === 'ObjectExpression') return node.properties.length === 0
  return (
    node.type === 'NewExpression' &&
    node.callee.type === 'Identifier' &&
    ['Map', 'Set'].includes(node.callee.name) &&
    node.arguments.length === 0
  )
}

function keep(code: string, { start, end }: { start: number; end: number }, role: string): Mutant {
  const line = code.slice(0, start).split('\n').length
  const kept = `${code.slice(0, start)}(__kept ??= ${code.slice(start, end)})${code.slice(end)}`
  return { label: `line ${line}: ${role} is kept from one test to the next`, code: `let __kept;${kept}` }
}
