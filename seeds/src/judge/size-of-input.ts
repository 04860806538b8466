import type { Call, Json, TestInput } from './judge.types.ts'
import { typeOf } from './value-types.ts'

type Sized = { name: string; words: string; size: number; isNumber: boolean }

/** How large an input is, in words: "n = 200,000 (nums: 200,000 values)". Its generators are written out. */
export function describeSize(call: Call, input: TestInput): string {
  if ('steps' in input) {
    const calls = callsOf(input.steps)
    return `n = ${count(calls)} (${count(calls)} calls)`
  }
  const sized = argumentsOf(call, input.args)
  const largest = sized.reduce<Sized | null>(
    (most, one) => (most === null || one.size > most.size ? one : most),
    null,
  )
  if (largest === null) return 'this input'
  const collections = sized.filter(({ isNumber }) => !isNumber)
  if (collections.length === 0) return sized.map(({ name, size }) => `${name} = ${count(size)}`).join(', ')
  const [first] = collections.toSorted((a, b) => b.size - a.size)
  return `n = ${count(first?.size ?? 0)} (${collections.map(({ name, words }) => `${name}: ${words}`).join(', ')})`
}

/** Members of all arguments together, and the numbers themselves: by it one knows how long a search could take at most. */
export function sizeOf(call: Call, input: TestInput): number {
  if ('steps' in input) return callsOf(input.steps)
  return argumentsOf(call, input.args).reduce((sum, { size }) => sum + size, 0)
}

function argumentsOf(call: Call, args: Json[]): Sized[] {
  const params = call.kind === 'function' ? call.params : []
  return params.flatMap<Sized>(({ name, type }, at) => {
    const value = args[at] ?? null
    const { base, depth } = typeOf(type)
    if (depth === 0 && (base === 'int' || base === 'float'))
      return typeof value === 'number' ? [{ name, words: '', size: Math.abs(value), isNumber: true }] : []
    if (typeof value === 'string')
      return [{ name, words: counted(value.length, 'character'), size: value.length, isNumber: false }]
    const members = membersOf(value)
    if (members === null) return []
    const isNodes = depth === 0
    const size = isNodes ? members.filter((one) => one !== null).length : sum(members)
    return [{ name, words: wordsOf(members, { size, isNodes }), size, isNumber: false }]
  })
}

/** 300 × 400 for a grid; else what it has of values, words, nodes. */
function wordsOf(members: Json[], { size, isNodes }: { size: number; isNodes: boolean }): string {
  if (isNodes) return counted(size, 'node')
  const [first] = members
  if (
    Array.isArray(first) &&
    first.length > 2 &&
    members.every((one) => Array.isArray(one) && one.length === first.length)
  )
    return `${count(members.length)} × ${count(first.length)}`
  if (typeof first === 'string') return counted(members.length, 'text')
  return counted(members.length, 'value')
}

/** Rows count by their cells, pairs and texts as one. */
function sum(members: Json[]): number {
  return members.reduce<number>(
    (total, one) => total + (Array.isArray(one) && one.length > 2 ? one.length : 1),
    0,
  )
}

function membersOf(value: Json): Json[] | null {
  if (Array.isArray(value)) return value
  if (value !== null && typeof value === 'object' && Array.isArray(value.values)) return value.values
  return null
}

function callsOf(steps: Extract<TestInput, { steps: unknown }>['steps']): number {
  return steps.reduce(
    (total, step) => total + (Array.isArray(step) ? 1 : Array.isArray(step.over) ? step.over.length : 1),
    0,
  )
}

function counted(size: number, one: string): string {
  return `${count(size)} ${one}${size === 1 ? '' : 's'}`
}

/** 200000 → 200,000, the same in every browser. */
export function count(size: number): string {
  return String(size).replace(/\B(?=(\d{3})+$)/g, ',')
}
