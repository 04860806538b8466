/** Levels a body may be nested; the deepest that is taken (a plan in an import) has twelve. */
export const DEPTH_MAX = 20
/** How deep, how many values in all, keys in one object, and characters of one number. */
export type JsonLimits = { depth: number; values: number; keys: number; digits: number }
export type JsonFault = 'too_deep' | 'too_many' | 'too_many_keys' | 'too_long'

/**
 * Reads JSON piece by piece as it arrives, without parsing and without allocating, and says as soon as it is beyond a
 * limit. Text that is no JSON passes.
 */
export function createJsonScanner({ depth, values, keys, digits }: JsonLimits) {
  const keysAt = new Uint32Array(depth + 1)
  let level = 0
  let count = 0
  let word = 0
  let inString = false
  let isEscaped = false

  return {
    push(bytes: Uint8Array): JsonFault | undefined {
      for (let i = 0; i < bytes.length; i++) {
        const code = bytes[i]
        if (inString) {
          if (isEscaped) isEscaped = false
          else if (code === BACKSLASH) isEscaped = true
          else if (code === QUOTE) inString = false
        } else if (code === QUOTE) {
          inString = true
          word = 0
        } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
          word = 0
          if (++level > depth) return 'too_deep'
          keysAt[level] = 0
          if (++count > values) return 'too_many'
        } else if (code === COLON) {
          word = 0
          keysAt[level] = (keysAt[level] ?? 0) + 1
          if ((keysAt[level] ?? 0) > keys) return 'too_many_keys'
        } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
          word = 0
          level--
        } else if (code === COMMA) {
          word = 0
          if (++count > values) return 'too_many'
        } else if (code === SPACE || code === TAB || code === LINE || code === RETURN) word = 0
        else if (++word > digits) return 'too_long'
      }
      return undefined
    },
  }
}

const BACKSLASH = 0x5c
const QUOTE = 0x22
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COLON = 0x3a
const COMMA = 0x2c
const SPACE = 0x20
const TAB = 0x09
const LINE = 0x0a
const RETURN = 0x0d

/** The first fault of a whole text. */
export function findJsonFault(text: string, limits: JsonLimits): JsonFault | undefined {
  return createJsonScanner(limits).push(new TextEncoder().encode(text))
}

/** True if a JSON text nests deeper than `most`. Scans without parsing, so that depth costs no stack. */
export function isDeeperThan(text: string, most: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > most) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}
