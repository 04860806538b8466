// JSON5 reads the commas, comments and quotes that models leave behind, and is no parser of our own.
import JSON5 from 'json5'
import type { z } from 'zod'
import { DEPTH_MAX, isDeeperThan } from '../../shared/json-depth.ts'

/** Looked at before an answer full of braces counts as prose: so many of them, and so many characters after them. */
const STARTS_MAX = 2_000
const SCANNED_MAX = 20_000_000
/** Models wrap an object in others: `{"plan": {…}}`, or a list of one. */
const WRAPPED_MAX = 3

/**
 * Finds the JSON that fits a schema in a model's text: alone, in a code fence of any label, between prose, or wrapped in
 * another object. Of several that fit, the longest counts. Undefined when none does.
 */
export function findJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): z.output<Schema> | undefined {
  let best: { value: z.output<Schema>; length: number } | undefined
  for (const { value, length } of objectsIn(text)) {
    if (best && length <= best.length) continue
    const fitting = fit(value, schema, WRAPPED_MAX)
    if (fitting) best = { value: fitting.value, length }
  }
  return best?.value
}

/** The whole text, then every balanced object that does not lie within one that was read already. */
function* objectsIn(text: string): Generator<{ value: unknown; length: number }> {
  yield { value: parse(text.trim()), length: text.length }
  let start = text.indexOf('{')
  let scanned = 0
  for (let starts = 0; start !== -1 && starts < STARTS_MAX && scanned < SCANNED_MAX; starts++) {
    const end = endOfObject(text, start)
    const value = end === undefined ? undefined : parse(text.slice(start, end))
    if (end !== undefined && value !== undefined) yield { value, length: end - start }
    scanned += (end ?? text.length) - start
    start = text.indexOf('{', value === undefined ? start + 1 : end)
  }
}

/** Where the object that begins at `start` ends; braces in its strings do not count. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0
  let isText = false
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (isText) {
      if (sign === '\\') at++
      else if (sign === '"') isText = false
    } else if (sign === '"') isText = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return undefined
}

function parse(text: string): unknown {
  if (!/^[{[]/.test(text) || isDeeperThan(text, DEPTH_MAX)) return undefined
  for (const read of [JSON.parse, JSON5.parse]) {
    try {
      return read(text)
    } catch {
      // The next reader takes more.
    }
  }
  return undefined
}

function fit<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  depth: number,
): { value: z.output<Schema> } | undefined {
  const fitting = schema.safeParse(value)
  if (fitting.success) return { value: fitting.data }
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined
  for (const inner of Object.values(value)) {
    // Arguments of a function come as JSON within JSON.
    const found = fit(typeof inner === 'string' ? parse(inner.trim()) : inner, schema, depth - 1)
    if (found) return found
  }
  return undefined
}
