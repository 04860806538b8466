import { z } from 'zod'
import type { StaticProblem } from '../catalogue/catalogue-cache.ts'
import type { Problem, ProblemSort, ProblemStatus } from './problems.schemas.ts'

/** Part of a problem that differs between requests; the catalogue has the rest. */
export type ProblemRow = {
  id: string
  upvotes: number
  comments: number
  too_hard: number
  good_intro: number
  pattern_practice: number
  upvoted: boolean
  status: ProblemStatus
}
/** With the value of the list's sort, and the number that decides ties. */
export type ProblemListRow = ProblemRow & { key: string | number; number: number }

const byNumber = z.tuple([z.int32(), z.int32()])
const byText = z.tuple([z.string(), z.int32()])

/** How a sort becomes SQL: its expression, direction, and what a cursor must hold for it. */
export const sortKeys: Record<
  ProblemSort,
  { column: SortColumn; direction: 'asc' | 'desc'; cursor: z.ZodType<ListPosition> }
> = {
  number: { column: 'number', direction: 'asc', cursor: byNumber },
  title: { column: 'title_key', direction: 'asc', cursor: byText },
  difficulty: { column: 'difficulty_rank', direction: 'asc', cursor: byNumber },
  minutes: { column: 'minutes', direction: 'asc', cursor: byNumber },
  upvotes: { column: 'upvotes', direction: 'desc', cursor: byNumber },
  acceptance: { column: 'acceptance', direction: 'desc', cursor: byNumber },
}

export type SortColumn = 'number' | 'title_key' | 'difficulty_rank' | 'minutes' | 'upvotes' | 'acceptance'

/** Where a problem stands in a list. */
export type ListPosition = readonly [sortValue: string | number, number: number]

/** A search text as an SQL `like` pattern in which the learner's own wildcards are letters. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`
}

/** A problem with its counts and the reader's marks. */
export function toProblem(known: StaticProblem, row: ProblemRow): Problem {
  const { too_hard, good_intro, pattern_practice } = row
  return {
    ...known,
    upvotes: row.upvotes,
    upvoted: row.upvoted,
    comment_count: row.comments,
    tag_counts: { too_hard, good_intro, pattern_practice },
    status: row.status,
  }
}
