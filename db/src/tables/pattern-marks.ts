import type { Generated } from 'kysely'

export interface PatternMarksTable {
  id: Generated<string>
  learner_id: string
  /** The slug of a pattern, which may be gone by now. */
  pattern: string
  mark: 'read' | 'can_do'
  updated_at: Generated<Date>
}
