import { z } from 'zod'
import { toPage } from '../../shared/cursor.ts'
import type { JsonText } from '../../shared/json-text.ts'
import type { Problem, ProblemPage, ProblemSort } from './problems.schemas.ts'

/** Part of a problem that differs between requests; the catalogue has the rest. */
export type ProblemsRow = {
  /** A line each: the id, and the end of its JSON right after. Null: there is none. */
  marks: string | null
  /** By id, the same of problems that the learner added as the catalogue has of its own. Null: there is none. */
  own: Record<string, string> | null
}
export type ProblemListRow = ProblemsRow & {
  /** Sort key and number of the last problem of a full page. */
  key: string | number | null
  number: number | null
}

const UUID_LENGTH = 36

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

/** Part of one problem that differs between requests: the end of its JSON. */
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
