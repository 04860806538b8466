import type { Generated } from 'kysely'

/** A learner's own note on a problem, in Markdown. */
export interface NotesTable {
  learner_id: string
  problem_id: string
  body: string
  /** Another one with every change: who writes says which text they began from. */
  version: Generated<string>
  updated_at: Generated<Date>
}
