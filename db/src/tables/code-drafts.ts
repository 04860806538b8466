import type { Generated } from 'kysely'

/** The code a learner is at, per problem and language. */
export interface CodeDraftsTable {
  learner_id: string
  problem_id: string
  language: 'javascript' | 'typescript' | 'python'
  code: string
  /** Another one with every change: who writes says which text they began from. */
  version: Generated<string>
  updated_at: Generated<Date>
}
