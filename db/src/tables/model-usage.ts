import type { ColumnType } from 'kysely'

type Count = ColumnType<string, number | undefined, number>

/** What the model was asked on one day (UTC) by the whole instance. int8 comes back as text. */
export interface ModelUsageTable {
  day: string
  kind: 'plan' | 'embedding' | 'hint'
  calls: Count
  prompt_tokens: Count
  completion_tokens: Count
}
