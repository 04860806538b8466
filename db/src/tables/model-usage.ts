import type { ColumnType, Generated } from 'kysely'

type Count = ColumnType<string, number, number>

/** What the model was asked on one day (UTC) by the whole instance. int8 comes back as text. */
export interface ModelUsageTable {
  day: string
  kind: 'plan' | 'embedding' | 'hint'
  calls: Generated<Count>
  prompt_tokens: Generated<Count>
  completion_tokens: Generated<Count>
}
