import { z } from 'zod'
import { toPage } from '../../shared/cursor.ts'
import type { JsonText } from '../../shared/json-text.ts'
import type { Problem, ProblemPage, ProblemSort } from './problems.schemas.ts'
import type { ProblemListRow } from './problems.sql.ts'

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

/** Where a problem stands in a list. */
export type ListPosition = readonly [sortValue: string | number, number: number]

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

/** The JSON of a page, of at most `limit + 1` problems. */
export function pageText(options: {
  problems: JsonText<Problem>[]
  row: ProblemListRow
  limit: number
}): JsonText<ProblemPage> {
  const { key, number } = options.row
  const { items, next_cursor } = toPage({
    rows: options.problems,
    limit: options.limit,
    cursorOf: () => (key === null || number === null ? [] : [key, number]),
    toItem: (text) => text,
  })
  return `{"items":[${items.join(',')}],"next_cursor":${JSON.stringify(next_cursor)}}`
}
