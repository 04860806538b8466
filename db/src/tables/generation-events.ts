import type { ColumnType, Generated } from 'kysely'

export interface GenerationEventsTable {
  generation_id: string
  /** From 1, without gaps; doubles as the SSE event id. */
  seq: number
  type: 'stage' | 'day' | 'done' | 'failed'
  data: ColumnType<unknown, string, string>
  created_at: Generated<Date>
}
