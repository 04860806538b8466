import { sql } from 'kysely'
import { z } from 'zod'
import { uuid } from './schemas.ts'

/** Where a page that is sorted by time ended: the exact moment and, within it, the row. */
export const timeKeysetSchema = z.tuple([z.iso.datetime({ precision: 6 }).startsWith('2'), uuid])
export type TimeKeyset = z.infer<typeof timeKeysetSchema>

/**
 * A timestamp as UTC text with all its microseconds. JavaScript's Date cuts them off, and a cursor made of it would
 * repeat or skip rows.
 */
export function exactTime(column: string) {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** True if a row comes after the keyset, in an order by `time` and `id` that goes down (`newest`) or up (`oldest`). */
export function isBeyond(options: {
  time: string
  id: string
  order: 'newest' | 'oldest'
  after: TimeKeyset
}) {
  const [time, id] = options.after
  const beyond = options.order === 'newest' ? sql`<` : sql`>`
  return sql<boolean>`(${sql.ref(options.time)}, ${sql.ref(options.id)}) ${beyond} (${time}::timestamptz, ${id}::uuid)`
}
