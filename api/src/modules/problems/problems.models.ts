import { z } from 'zod'
import type { ProblemSort } from './problems.schemas.ts'

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
