/** Levels a body may be nested; the deepest that is taken (a plan in an import) has twelve. */
export const DEPTH_MAX = 20

/** Whether a JSON text nests deeper than `most`. Reads it without parsing, so that depth costs no stack. */
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
