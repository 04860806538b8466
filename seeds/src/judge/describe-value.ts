import { isArray, isFiniteNumber, isInteger, isSet } from './primordials.ts'

/** Describes a learner's value in words. Never throws, whatever the value. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing (undefined)'
    case 'string':
      return 'a string'
    case 'boolean':
      return value ? 'true' : 'false'
    case 'bigint':
      return 'a BigInt'
    case 'symbol':
      return 'a symbol'
    case 'function':
      return 'a function'
    case 'number':
      if (isInteger(value)) return `the number ${value}`
      if (isFiniteNumber(value)) return `the fraction ${value}`
      return `${value}`
    case 'object':
      return describeObject(value)
  }
}

function describeObject(value: object | null): string {
  if (value === null) return 'null'
  if (isArray(value)) return 'an array'
  if (isSet(value)) return 'a Set, which has no places'
  try {
    if ('then' in value && typeof value.then === 'function') return 'a promise'
    const name = value.constructor.name
    if (typeof name === 'string' && name !== 'Object' && name.length <= 40) return `a ${name}`
  } catch {
    // A proxy or a getter that throws: its name is not worth more.
  }
  return 'an object'
}
