import type { AnyNode } from 'acorn'
import { nodesOf, parses } from './javascript-tree.ts'

/** A program that differs from its original in one place. */
export type Mutant = { label: string; code: string }

type Change = { start: number; end: number; text: string }

const operators: Record<string, string[]> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['>>'],
  '&': ['|'],
  '|': ['&'],
  '^': ['|'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/='],
  '/=': ['*='],
  '%=': ['*='],
  '|=': ['&='],
  '&=': ['|='],
  '^=': ['|='],
  '<<=': ['>>='],
  '>>=': ['<<='],
  '>>>=': ['>>='],
}
const methods: Record<string, string> = {
  min: 'max',
  max: 'min',
  pop: 'shift',
  shift: 'pop',
  push: 'unshift',
  unshift: 'push',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
}

/** Every program that a small slip makes of this one: comparisons, constants, signs, conditions, lost statements. */
export function mutateJavaScript(code: string): Mutant[] {
  const known = new Set([code])
  const changes = nodesOf(code).flatMap((node) => changesOf(code, node))
  return changes
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, text }) => {
      const mutant = code.slice(0, start) + text + code.slice(end)
      if (known.has(mutant) || !parses(mutant)) return []
      known.add(mutant)
      const line = code.slice(0, start).split('\n').length
      return [{ label: `line ${line}: ${short(code.slice(start, end))} → ${short(text)}`, code: mutant }]
    })
}

function changesOf(code: string, node: AnyNode): Change[] {
  const source = ({ start, end }: { start: number; end: number }) => code.slice(start, end)
  const by = (text: string): Change => ({ start: node.start, end: node.end, text })
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return swapped(code, node)
    case 'UpdateExpression': {
      const other = node.operator === '++' ? '--' : '++'
      return [by(node.prefix ? other + source(node.argument) : source(node.argument) + other)]
    }
    case 'UnaryExpression':
      return ['!', '-', '~'].includes(node.operator) ? [by(` ${source(node.argument)}`)] : []
    case 'Literal':
      if (typeof node.value === 'number') return [by(`${node.value + 1}`), by(`${node.value - 1}`)]
      return typeof node.value === 'boolean' ? [by(`${!node.value}`)] : []
    case 'MemberExpression': {
      const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : ''
      const other = Object.hasOwn(methods, name) ? methods[name] : undefined
      return other === undefined ? [] : [{ ...node.property, text: other }]
    }
    case 'IfStatement':
      return [negated(code, node.test), ...(node.alternate ? [] : [by(';')])]
    case 'ConditionalExpression':
    case 'WhileStatement':
      return [negated(code, node.test)]
    case 'ExpressionStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ReturnStatement':
      return [by(';')]
    default:
      return []
  }
}

type Operation = Extract<AnyNode, { type: 'BinaryExpression' | 'LogicalExpression' | 'AssignmentExpression' }>

function swapped(code: string, { left, right, operator }: Operation): Change[] {
  // Between both sides there may be brackets and blanks as well.
  const start = code.indexOf(operator, left.end)
  if (start === -1 || start > right.start) return []
  return (operators[operator] ?? []).map((text) => ({ start, end: start + operator.length, text }))
}

function negated(code: string, { start, end }: { start: number; end: number }): Change {
  return { start, end, text: `!(${code.slice(start, end)})` }
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replace(/^;$/, 'nothing')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
