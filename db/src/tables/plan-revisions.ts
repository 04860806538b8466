import type { ColumnType, Generated } from 'kysely'

/** One change of a plan by rule or by a tap, with the plan as it was before: newest first, they can be undone. */
export interface PlanRevisionsTable {
  plan_id: string
  revision: number
  learner_id: string
  cause:
    | 'new_day'
    | 'break'
    | 'hours'
    | 'harder_week'
    | 'skip'
    | 'swap'
    | 'later'
    | 'add'
    | 'settings'
    | 'cut'
    | 'topic'
    | 'intake'
  changes: ColumnType<unknown, string, never>
  plan_json: ColumnType<unknown, string, never>
  /** The attempt that was written with it (a skip), so that undoing takes both back. */
  attempt_id: string | null
  /** The topic that was skipped with it, so that undoing takes both back. */
  known_topic: string | null
  created_at: Generated<Date>
}
