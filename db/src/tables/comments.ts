import type { Generated } from 'kysely'

export interface CommentsTable {
  id: Generated<string>
  problem_id: string
  learner_id: string
  author_name: string
  body: string
  tag: 'too_hard' | 'good_intro' | 'pattern_practice' | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
  /** Set while only its author and moderators see it; it is then in no count. `import`: it came with a file. */
  hidden_at: Date | null
  hidden_by: 'reports' | 'moderator' | 'import' | null
  /** Reports that no moderator has dealt with, kept on write. */
  open_reports: Generated<number>
  first_open_report_at: Date | null
}
