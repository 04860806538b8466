import type { ColumnType } from 'kysely'

/** An exercise with its tests; its solutions are never in the database. */
export interface ExercisesTable {
  problem_id: string
  /** Another one when anything of the content changes. */
  digest: string
  content: ColumnType<unknown, string, string>
  hints: string[]
  explanation: ColumnType<unknown, string, string>
}
