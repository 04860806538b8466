import type { Generated } from 'kysely'

/** A model's hint about a learner's code, as shown; never rewritten. */
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
