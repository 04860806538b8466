import { isArray, mapGet, mapSet, quote, toText } from './primordials.ts'

const MOST_PRINTED = 64_000
const MOST_ENTRIES = 100
const MOST_DEPTH = 4
const CUT = '\n… more was printed than the 64 KB that are kept.'

/** A console for the learner's code. What goes over the cap costs nothing and is dropped. */
export function createPrintCapture() {
  let printed = ''
  let full = false
  const print = (...values: unknown[]): void => {
    if (full) return
    let line = ''
    for (let at = 0; at < values.length; at++) {
      const value = values[at]
      line += (at > 0 ? ' ' : '') + (typeof value === 'string' ? value : show(value, 0, new Map()))
      if (line.length > MOST_PRINTED) break
    }
    if (printed.length + line.length < MOST_PRINTED) {
      printed += `${line}\n`
      return
    }
    // Cut by hand: `slice` could be the learner's by now.
    const room = MOST_PRINTED - printed.length
    for (let at = 0; at < room && at < line.length; at++) printed += line[at]
    printed += CUT
    full = true
  }
  return {
    console: { log: print, info: print, warn: print, error: print, debug: print, table: print, dir: print },
    take(): string {
      const text = printed
      printed = ''
      full = false
      return text
    },
  }
}

function show(value: unknown, depth: number, seen: Map<unknown, number>): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'function') return '[function]'
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return toText(value)
  if (mapGet(seen, value) !== undefined) return '[circular]'
  if (depth >= MOST_DEPTH) return isArray(value) ? '[…]' : '{…}'
  mapSet(seen, value, depth)
  try {
    return showEntries(value, depth, seen)
  } catch {
    return '[object]'
  }
}

function showEntries(value: object, depth: number, seen: Map<unknown, number>): string {
  const parts: string[] = []
  if (isArray(value) || value instanceof Set) {
    for (const one of value) {
      if (parts.length === MOST_ENTRIES) break
      parts.push(show(one, depth + 1, seen))
    }
    return `${value instanceof Set ? 'Set' : ''}[${more(parts, isArray(value) ? value.length : value.size)}]`
  }
  const entries = value instanceof Map ? value.entries() : Object.entries(value)
  let count = 0
  for (const [key, one] of entries) {
    count++
    if (parts.length === MOST_ENTRIES) break
    const name = typeof key === 'string' ? key : show(key, depth + 1, seen)
    parts.push(`${name}: ${show(one, depth + 1, seen)}`)
  }
  return `{${more(parts, count)}}`
}

function more(parts: string[], count: number): string {
  return parts.join(', ') + (count > parts.length ? ', …' : '')
}
