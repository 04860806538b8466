import type { Generated } from 'kysely'

/** What a model wrote about a learner's code, as it was shown; never rewritten. */
export interface HintsTable {
  id: Generated<string>
  learner_id: string
  problem_id: string
  language: 'javascript' | 'typescript' | 'python'
  kind: 'hint' | 'review' | 'solution'
  text: string
  /** Which model wrote it. */
  model: string
  /** The attempt that it helped with. */
  attempt_id: Generated<string | null>
  created_at: Generated<Date>
}
