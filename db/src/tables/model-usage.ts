import type { ColumnType } from 'kysely'

type Count = ColumnType<string, number | undefined, number>

/** Model calls of the whole instance on one day (UTC). int8 comes back as text. */
export interface ModelUsageTable {
  day: string
  kind: 'plan' | 'embedding' | 'hint'
  calls: Count
  prompt_tokens: Count
  completion_tokens: Count
}
