import type { ColumnType, Generated } from 'kysely'

export interface PlansTable {
  id: Generated<string>
  learner_id: string
  generation_id: string
  status: 'current' | 'proposed' | 'superseded'
  generated_at: Generated<Date>
  /** When the learner declined it; null for every other plan. */
  declined_at: Generated<Date | null>
  /** Read as parsed JSON (its reader knows the schema), written as JSON text. */
  plan_json: ColumnType<unknown, string, string>
  /** Rises with every change of `plan_json`: whoever changes it names the one they read. */
  revision: Generated<number>
  /** The learner's day on which it was last brought up to date, `YYYY-MM-DD`. */
  repaired_on: Generated<string | null>
}
