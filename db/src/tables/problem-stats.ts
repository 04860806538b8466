import type { Generated } from 'kysely'

/** Community figures of one problem, kept on write so that no list counts on read. */
export interface ProblemStatsTable {
  problem_id: string
  upvotes: Generated<number>
  /** Upvotes by the level the learner had when they voted; learners without an intake count in `upvotes` alone. */
  upvotes_beginner: Generated<number>
  upvotes_intermediate: Generated<number>
  upvotes_advanced: Generated<number>
  comments: Generated<number>
  too_hard: Generated<number>
  good_intro: Generated<number>
  pattern_practice: Generated<number>
}
