import type { Db, Tables } from '@codify/db'
import { type RawBuilder, sql } from 'kysely'

/** An upvote or a visible comment that was added (1) or removed (-1), with the upvote's level or the comment's tag. */
export type CountedRow = {
  problem_id: string
  kind: 'upvotes' | 'comments'
  label: string | null
  step: 1 | -1
}

type Count = Exclude<keyof Tables['problem_stats'], 'problem_id'>

/** Which rows each count counts. */
const rowsOf = {
  upvotes: sql`kind = 'upvotes'`,
  upvotes_beginner: sql`label = 'beginner'`,
  upvotes_intermediate: sql`label = 'intermediate'`,
  upvotes_advanced: sql`label = 'advanced'`,
  comments: sql`kind = 'comments'`,
  too_hard: sql`label = 'too_hard'`,
  good_intro: sql`label = 'good_intro'`,
  pattern_practice: sql`label = 'pattern_practice'`,
} satisfies Record<Count, RawBuilder<unknown>>

const counts = Object.entries(rowsOf)
const sums = counts.map(
  ([count, where]) => sql`coalesce(sum(step) filter (where ${where}), 0) as ${sql.ref(count)}`,
)
const assignments = counts.map(
  ([count]) => sql`${sql.ref(count)} = s.${sql.ref(count)} + total.${sql.ref(count)}`,
)

/**
 * The only function that changes `problem_stats`: adds up the rows that `changed` returns (columns of `CountedRow`)
 * for each problem. `changed` may be the statement that inserts or deletes them, so that an upvote and its count are
 * one statement whatever the number of upvotes. Returns the upvotes of the problem, where it is one.
 */
export async function recount(
  db: Db,
  { problemIds, changed }: { problemIds: readonly string[]; changed: RawBuilder<unknown> },
): Promise<number> {
  const [first, ...others] = problemIds
  // Two transactions that lock the same problems in one order never wait for each other.
  if (others.length > 0)
    await sql`select from problem_stats where problem_id = any(${problemIds}::uuid[])
      order by problem_id for update`.execute(db)
  // For one problem without grouping, which would cost an upvote a fifth of its time.
  const total =
    others.length === 0
      ? sql`select ${first}::uuid as id, ${sql.join(sums)} from changed`
      : sql`select problem_id as id, ${sql.join(sums)} from changed group by problem_id`
  const { rows } = await sql<{ upvotes: number }>`
    with changed as (${changed})
    update problem_stats s set ${sql.join(assignments)} from (${total}) total
    where s.problem_id = total.id returning s.upvotes`.execute(db)
  return rows[0]?.upvotes ?? 0
}

/** Recounts rows that have been added or removed in this transaction. */
export async function recountRows(tx: Db, rows: readonly CountedRow[]): Promise<void> {
  if (rows.length === 0) return
  await recount(tx, {
    problemIds: [...new Set(rows.map(({ problem_id }) => problem_id))],
    changed: sql`select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as changed (problem_id uuid, kind text, label text, step int)`,
  })
}

export function countedUpvote(
  { problem_id, level }: { problem_id: string; level: string | null },
  step: 1 | -1,
): CountedRow {
  return { problem_id, kind: 'upvotes', label: level, step }
}

/** Starts the counts of new problems at 0. */
export async function startCounts(tx: Db, problemIds: readonly string[]): Promise<void> {
  await tx
    .insertInto('problem_stats')
    .values(problemIds.map((problem_id) => ({ problem_id })))
    .execute()
}
