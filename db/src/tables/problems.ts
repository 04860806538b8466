import type { Generated, GeneratedAlways } from 'kysely'

export interface ProblemsTable {
  id: string
  slug: string
  number: number
  title: string
  url: string
  topic: string
  difficulty: 'easy' | 'medium' | 'hard'
  /** 1, 2 or 3: what `difficulty` sorts by. */
  difficulty_rank: GeneratedAlways<number>
  patterns: string[]
  minutes: number
  lists: string[]
  /** Whole percent. */
  acceptance: number
  source: string
  premium: boolean
  /** Set when a later catalogue no longer has the problem; old plans keep pointing at it. */
  retired_at: Date | null
  /** The learner who added it for themselves and alone sees it; null for the catalogue's. */
  owner_id: Generated<string | null>
  added_at: Generated<Date>
}
