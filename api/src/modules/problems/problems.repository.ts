import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { validate as isUuid } from 'uuid'
import { createBatches } from '../../shared/batches.ts'
import { toPage } from '../../shared/cursor.ts'
import { PATIENCE_MS } from '../../shared/turns.ts'
import { selectProblems } from '../catalogue/catalogue.repository.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import { recount } from './problem-counts.repository.ts'
import { type ListPosition, type ProblemRow, toProblem } from './problems.models.ts'
import type { ListProblemsQuery, Problem, ProblemPage, Upvote } from './problems.schemas.ts'
import { findManyStatement, findStatement, knownStatement, listStatement } from './problems.sql.ts'

export type ProblemsRepository = ReturnType<typeof createProblemsRepository>

/** Who has a token reads where they write; everyone else may be answered by a replica. */
export function createProblemsRepository({
  db,
  readDb,
  catalogue,
}: {
  db: Db
  readDb: Db
  catalogue: CatalogueCache
}) {
  /**
   * Adds what the catalogue of this process has. A learner's own problems, and those that a release has just added, are
   * read; one that was deleted meanwhile is left out.
   */
  async function toProblems<Row extends ProblemRow>(rows: Row[], from: Db): Promise<Problem[]> {
    const { byId } = await catalogue.get()
    const missing = rows.filter(({ id }) => !byId.has(id)).map(({ id }) => id)
    const read = missing.length ? await selectProblems(from).where('id', 'in', missing).execute() : []
    const others = new Map(read.map(({ retired_at, ...problem }) => [problem.id, problem]))
    return rows.flatMap((row) => {
      const known = byId.get(row.id) ?? others.get(row.id)
      return known ? [toProblem(known, row)] : []
    })
  }

  /** Loads the counts of catalogue problems, in one statement for many readers. */
  const findCounts = createBatches(
    async (ids: string[]) => {
      const { rows } = await readDb.executeQuery(knownStatement([...new Set(ids)]))
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id))
    },
    { patienceMs: PATIENCE_MS },
  )

  return {
    catalogue,

    /** One page after the cursor in the query's order: of what everyone can see, or with a learner's own marks. */
    async list({
      query,
      after,
      learnerId,
    }: {
      query: ListProblemsQuery
      after: ListPosition | undefined
      learnerId: string | undefined
    }): Promise<ProblemPage> {
      const from = learnerId === undefined ? readDb : db
      const { rows } = await from.executeQuery(listStatement({ query, after, learnerId }))
      const { items, next_cursor } = toPage({
        rows,
        limit: query.limit,
        cursorOf: ({ key, number }) => [key, number],
        toItem: (row) => row,
      })
      return { items: await toProblems(items, from), next_cursor }
    },

    async find({
      slugOrId,
      learnerId,
    }: {
      slugOrId: string
      learnerId: string | undefined
    }): Promise<Problem | undefined> {
      const known = (await catalogue.get()).find(slugOrId)
      if (learnerId === undefined) {
        const counts = known && (await findCounts(known.id))
        return counts && toProblem(known, counts)
      }
      const { rows } = await db.executeQuery(findStatement({ known, slugOrId, learnerId }))
      return (await toProblems(rows, db))[0]
    },

    /** The problems among `ids` that the learner can see, in no order. */
    async findMany({ ids, learnerId }: { ids: string[]; learnerId: string }): Promise<Problem[]> {
      if (ids.length === 0) return []
      const { rows } = await db.executeQuery(findManyStatement({ ids, learnerId }))
      return toProblems(rows, db)
    },

    /** A problem of the catalogue, or of the learner's own where one is given. */
    async findId({
      slugOrId,
      learnerId,
    }: {
      slugOrId: string
      learnerId?: string
    }): Promise<{ id: string; slug: string } | undefined> {
      const known = (await catalogue.get()).find(slugOrId)
      if (known || learnerId === undefined) return known
      return db
        .selectFrom('problems')
        .select(['id', 'slug'])
        .where(isUuid(slugOrId) ? 'id' : 'slug', '=', slugOrId)
        .where('owner_id', '=', learnerId)
        .executeTakeFirst()
    },

    /** Adds the learner's upvote, once, and counts it in the same statement. */
    async upvote({ learnerId, problemId }: { learnerId: string; problemId: string }): Promise<Upvote> {
      const upvotes = await recount(db, {
        problemIds: [problemId],
        changed: sql`
          insert into upvotes (learner_id, problem_id, level)
          values (${learnerId}, ${problemId},
            (select level from intake_profiles where learner_id = ${learnerId}))
          on conflict do nothing returning problem_id, 'upvotes' as kind, level as label, 1 as step`,
      })
      return { upvotes, upvoted: true }
    },

    async removeUpvote({ learnerId, problemId }: { learnerId: string; problemId: string }): Promise<Upvote> {
      const upvotes = await recount(db, {
        problemIds: [problemId],
        changed: sql`
          delete from upvotes where learner_id = ${learnerId} and problem_id = ${problemId}
          returning problem_id, 'upvotes' as kind, level as label, -1 as step`,
      })
      return { upvotes, upvoted: false }
    },
  }
}
