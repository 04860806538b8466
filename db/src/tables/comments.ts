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
}
