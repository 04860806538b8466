import type { z } from 'zod'
import { invalidRequest } from './errors.ts'
import { findUnstorable } from './unstorable.ts'

/** Packs the sort values of a page's last row; opaque to callers. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * Unpacks a cursor into values of the given shape.
 *
 * @throws 400 when it was not made by this list and sort
 */
export function decodeCursor<Shape extends z.ZodType>(
  cursor: string | undefined,
  shape: Shape,
): z.output<Shape> | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (findUnstorable(values) !== undefined) throw new Error('not text')
    return shape.parse(values)
  } catch {
    throw invalidRequest([
      { field: 'cursor', message: 'Not a cursor of this list; pass next_cursor back with the same sort.' },
    ])
  }
}

/** Cuts a result of `limit + 1` rows to a page and makes the cursor of its last row. */
export function toPage<Row, Item>(options: {
  rows: Row[]
  limit: number
  cursorOf: (row: Row) => readonly (string | number)[]
  toItem: (row: Row) => Item
}): { items: Item[]; next_cursor: string | null } {
  const page = options.rows.slice(0, options.limit)
  const last = page.at(-1)
  const more = options.rows.length > options.limit && last !== undefined
  return { items: page.map(options.toItem), next_cursor: more ? encodeCursor(options.cursorOf(last)) : null }
}
