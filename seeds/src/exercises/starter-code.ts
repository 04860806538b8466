import type { Call, Language, Parameter } from '../judge/judge.types.ts'
import { snakeCase } from '../judge/python-names.ts'
import { typeOf } from '../judge/value-types.ts'

/** First content of the editor in each language, made from the one signature. */
export function starterCode(call: Call): Record<Language, string> {
  return { typescript: script(call, true), javascript: script(call, false), python: python(call) }
}

function script(call: Call, typed: boolean): string {
  const list = (params: Parameter[]) =>
    params.map(({ name, type }) => (typed ? `${name}: ${scriptType(type)}` : name)).join(', ')
  const returns = (type: string) => (typed ? `: ${scriptType(type)}` : '')
  const given = givenNodes(call, '//')
  if (call.kind === 'function') {
    return `${given}function ${call.name}(${list(call.params)})${returns(call.returns)} {\n  \n}\n`
  }
  const members = [
    `  constructor(${list(call.constructor)}) {\n    \n  }\n`,
    ...call.methods.map(
      ({ name, params, returns: type }) => `  ${name}(${list(params)})${returns(type)} {\n    \n  }\n`,
    ),
  ]
  return `${given}class ${call.name} {\n${members.join('\n')}}\n`
}

function python(call: Call): string {
  const list = (params: Parameter[]) =>
    params.map(({ name, type }) => `${snakeCase(name)}: ${pythonType(type)}`)
  const given = givenNodes(call, '#')
  if (call.kind === 'function') {
    const { name, params, returns } = call
    return `${given}def ${snakeCase(name)}(${list(params).join(', ')}) -> ${pythonType(returns)}:\n    pass\n`
  }
  const member = (name: string, params: Parameter[], returns: string) =>
    `    def ${name}(${['self', ...list(params)].join(', ')}) -> ${returns}:\n        pass\n`
  const members = [
    member('__init__', call.constructor, 'None'),
    ...call.methods.map(({ name, params, returns }) => member(snakeCase(name), params, pythonType(returns))),
  ]
  return `${given}class ${call.name}:\n${members.join('\n')}`
}

const FIELDS = { ListNode: 'val, next', TreeNode: 'val, left, right', GraphNode: 'val, neighbors' }

function givenNodes(call: Call, comment: string): string {
  const types =
    call.kind === 'function'
      ? [...call.params.map(({ type }) => type), call.returns]
      : [...call.constructor, ...call.methods.flatMap(({ params }) => params)]
          .map(({ type }) => type)
          .concat(call.methods.map(({ returns }) => returns))
  const bases = new Set(types.map((type) => typeOf(type).base))
  return Object.entries(FIELDS)
    .filter(([name]) => [...bases].some((base) => base === name))
    .map(([name, fields]) => `${comment} ${name} is given: ${name}(val), with the fields ${fields}.\n`)
    .join('')
}

const SCRIPT = {
  int: 'number',
  float: 'number',
  bool: 'boolean',
  string: 'string',
  void: 'void',
  ListNode: 'ListNode | null',
  TreeNode: 'TreeNode | null',
  GraphNode: 'GraphNode | null',
}
const PYTHON = {
  int: 'int',
  float: 'float',
  bool: 'bool',
  string: 'str',
  void: 'None',
  ListNode: 'ListNode | None',
  TreeNode: 'TreeNode | None',
  GraphNode: 'GraphNode | None',
}

function scriptType(text: string): string {
  const { base, depth } = typeOf(text)
  const name = SCRIPT[base]
  return depth > 0 && name.includes('|') ? `(${name})${'[]'.repeat(depth)}` : name + '[]'.repeat(depth)
}

function pythonType(text: string): string {
  const { base, depth } = typeOf(text)
  return 'list['.repeat(depth) + PYTHON[base] + ']'.repeat(depth)
}
