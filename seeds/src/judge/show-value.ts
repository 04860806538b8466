import { isArray, isSet, isView, mapGet, mapSet, quote, toText } from './primordials.ts'

const MOST_ENTRIES = 100
const MOST_DEPTH = 4
const MOST_CHARACTERS = 64_000

/** A value as a developer's console shows it. Never throws, and asks no getter and no `toString` of the learner's. */
export function showValue(value: unknown): string {
  return show(value, { depth: 0, within: new Map() })
}

type Place = { depth: number; within: Map<unknown, number> }

function show(value: unknown, place: Place): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'bigint':
      return `${value}n`
    case 'number':
      return Object.is(value, -0) ? '-0' : toText(value)
    case 'function':
      return showFunction(value)
    case 'object':
      break
    default:
      return toText(value)
  }
  if (value === null) return 'null'
  if (mapGet(place.within, value)) return '[Circular]'
  mapSet(place.within, value, 1)
  try {
    return showObject(value, place)
  } catch {
    return '[object]'
  } finally {
    // Only what holds itself is circular; what stands in two places is not.
    mapSet(place.within, value, 0)
  }
}

function showFunction(value: object): string {
  try {
    const name = ownValue(value, 'name')
    const isClass = /^class\b/.test(Function.prototype.toString.call(value))
    return `[${isClass ? 'class' : 'Function'}${name ? `${isClass ? ' ' : ': '}${toText(name)}` : ' (anonymous)'}]`
  } catch {
    return '[Function]'
  }
}

function showObject(value: object, place: Place): string {
  if (value instanceof Error) return showError(value, place)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof RegExp) return RegExp.prototype.toString.call(value)
  const name = nameOf(value)
  if (value instanceof Number || value instanceof String || value instanceof Boolean)
    return `[${name}: ${show(value.valueOf(), place)}]`
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return `${name} {…}`
  if (isArray(value))
    return listed(name === 'Array' ? '' : `${name}(${value.length}) `, elements(value), place)
  if (isView(value) && 'length' in value && typeof value.length === 'number')
    return listed(`${name}(${value.length}) `, Object.values(value), place)
  if (isSet(value))
    return braced(
      `Set(${value.size}) `,
      parts(value, (one) => inner(one, place)),
      value.size,
      place,
    )
  if (value instanceof Map) {
    const entry = ([key, one]: [unknown, unknown]) => `${inner(key, place)} => ${inner(one, place)}`
    return braced(`Map(${value.size}) `, parts(value, entry), value.size, place)
  }
  const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key))
  const shown = parts(
    keys,
    (key) => `${typeof key === 'string' ? keyText(key) : `[${toText(key)}]`}: ${property(value, key, place)}`,
  )
  return braced(name === 'Object' ? '' : `${name} `, shown, keys.length, place)
}

function showError(error: Error, place: Place): string {
  const name = ownValue(error, 'name') ?? error.name
  const message = ownValue(error, 'message') ?? ''
  const cause = ownValue(error, 'cause')
  const because = cause === undefined ? '' : `, cause: ${inner(cause, place)}`
  return `${toText(name)}${message === '' ? '' : `: ${toText(message)}`}${because}`
}

/** The own value of a property, without asking a getter. */
function ownValue(value: object, key: PropertyKey): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

function property(value: object, key: PropertyKey, place: Place): string {
  const found = Object.getOwnPropertyDescriptor(value, key)
  if (found?.get || found?.set) return found.get ? '[Getter]' : '[Setter]'
  return inner(found?.value, place)
}

function nameOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null) return '[Object: null prototype]'
  const made = ownValue(prototype, 'constructor')
  const name = typeof made === 'function' ? ownValue(made, 'name') : undefined
  return typeof name === 'string' && name !== '' ? name : 'Object'
}

function elements(value: readonly unknown[]): unknown[] {
  const values: unknown[] = []
  for (let at = 0; at < value.length && at <= MOST_ENTRIES; at++) values[at] = at in value ? value[at] : EMPTY
  values.length = value.length
  return values
}
const EMPTY = Symbol('empty')

function listed(head: string, values: ArrayLike<unknown>, place: Place): string {
  if (place.depth >= MOST_DEPTH) return `${head}[…]`
  const shown: string[] = []
  for (let at = 0; at < values.length && at < MOST_ENTRIES; at++)
    shown[at] = values[at] === EMPTY ? '<empty>' : inner(values[at], place)
  return `${head}[${more(shown, values.length)}]`
}

function braced(head: string, shown: string[], count: number, place: Place): string {
  return place.depth >= MOST_DEPTH && count > 0 ? `${head}{…}` : `${head}{${more(shown, count)}}`
}

function inner(value: unknown, { depth, within }: Place): string {
  return show(value, { depth: depth + 1, within })
}

function parts<One>(values: Iterable<One>, text: (one: One) => string): string[] {
  const shown: string[] = []
  let length = 0
  for (const one of values) {
    if (shown.length === MOST_ENTRIES || length > MOST_CHARACTERS) break
    const part = text(one)
    length += part.length
    shown.push(part)
  }
  return shown
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)
}

function more(shown: string[], count: number): string {
  return shown.join(', ') + (count > shown.length ? `, … ${count - shown.length} more` : '')
}
