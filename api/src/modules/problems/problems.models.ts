import { z } from 'zod'
import type { JsonText } from '../../shared/json-text.ts'
import type { Problem, ProblemSort } from './problems.schemas.ts'
import type { ProblemRow } from './problems.sql.ts'

/** How a sort becomes SQL: its expression, direction, and the value a cursor must hold for it. */
export const sortKeys: Record<
  ProblemSort,
  { column: SortColumn; direction: 'asc' | 'desc'; value: z.ZodType<string | number> }
> = {
  number: { column: 'number', direction: 'asc', value: z.int32() },
  title: { column: 'title_key', direction: 'asc', value: z.string() },
  difficulty: { column: 'difficulty_rank', direction: 'asc', value: z.int32() },
  minutes: { column: 'minutes', direction: 'asc', value: z.int32() },
  upvotes: { column: 'upvotes', direction: 'desc', value: z.int32() },
  acceptance: { column: 'acceptance', direction: 'desc', value: z.int32() },
}

export type SortColumn = 'number' | 'title_key' | 'difficulty_rank' | 'minutes' | 'upvotes' | 'acceptance'

/** A search text as an SQL `like` pattern in which the learner's own wildcards are letters. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`
}

/** The JSON of a problem: what the catalogue has of it, and what differs between requests, added. */
export function problemText(begun: string | undefined, row: ProblemRow): JsonText<Problem> {
  if (begun === undefined) throw new Error(`problem ${row.id} is not in the catalogue`)
  return `${begun.slice(0, -1)},"upvotes":${row.upvotes},"upvoted":${row.upvoted},"comment_count":${row.comments},"tag_counts":{"too_hard":${row.too_hard},"good_intro":${row.good_intro},"pattern_practice":${row.pattern_practice}},"status":"${row.status ?? 'todo'}"}`
}
