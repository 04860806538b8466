import { z } from 'zod'
import type { JsonText } from '../../shared/json-text.ts'
import type { Problem, ProblemSort } from './problems.schemas.ts'

const UUID_LENGTH = 36

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

/** What differs between requests about one problem: the end of its JSON. */
export type ProblemMarks = { id: string; end: string }

/** Takes apart what the statements of `problems.sql.ts` put together. */
export function readMarks(marks: string | null): ProblemMarks[] {
  if (marks === null) return []
  return marks.split('\n').map((line) => ({ id: line.slice(0, UUID_LENGTH), end: line.slice(UUID_LENGTH) }))
}

/** The JSON of a problem: what the catalogue has of it, and what differs between requests, added. */
export function problemText(begun: string | undefined, { id, end }: ProblemMarks): JsonText<Problem> {
  if (begun === undefined) throw new Error(`problem ${id} is not in the catalogue`)
  return begun + end
}
