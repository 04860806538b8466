import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { validate as isUuid } from 'uuid'
import { createBatches } from '../../shared/batches.ts'
import { beginJson, type JsonBytes, type JsonText } from '../../shared/json-text.ts'
import { PATIENCE_MS } from '../../shared/turns.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import { createKeptPages } from './kept-pages.ts'
import { recount } from './problem-counts.repository.ts'
import {
  type ListPosition,
  type ProblemListRow,
  type ProblemsRow,
  pageText,
  problemText,
  readMarks,
} from './problems.models.ts'
import {
  type ListProblemsQuery,
  type Problem,
  type ProblemPage,
  problemSchema,
  type Upvote,
} from './problems.schemas.ts'
import { findManyStatement, findStatement, knownStatement, listStatement } from './problems.sql.ts'

export type ProblemsRepository = ReturnType<typeof createProblemsRepository>

type ListOptions = { query: ListProblemsQuery; after: ListPosition | undefined }

const NOTHING: ProblemListRow = { marks: null, own: null, key: null, number: null }

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
  const pages = createKeptPages()

  /** Each problem with what the catalogue has of it; a learner's own problems bring theirs along. */
  async function toTexts(row: ProblemsRow | undefined) {
    const marks = readMarks(row?.marks ?? null)
    let { texts } = await catalogue.get()
    const own = row?.own ?? {}
    const begun = (id: string) => texts.get(id) ?? (own[id] && beginJson(own[id]))
    // A problem that was added a moment ago is not in this process's catalogue yet.
    if (!marks.every(({ id }) => begun(id) !== undefined)) texts = (await catalogue.refresh()).texts
    return { problems: marks.map((one) => problemText(begun(one.id), one)), texts }
  }

  /** Loads the variable part of catalogue problems, in one statement for many readers. */
  const findMarks = createBatches(
    async (ids: string[]) => {
      const { rows } = await readDb.executeQuery(knownStatement([...new Set(ids)]))
      const marks = new Map(readMarks(rows[0]?.marks ?? null).map((one) => [one.id, one]))
      return ids.map((id) => marks.get(id))
    },
    { patienceMs: PATIENCE_MS },
  )

  async function findText({
    slugOrId,
    learnerId,
  }: {
    slugOrId: string
    learnerId: string | undefined
  }): Promise<JsonText<Problem> | undefined> {
    const { find, texts } = await catalogue.get()
    const known = find(slugOrId)
    if (learnerId === undefined) {
      const marks = known && (await findMarks(known.id))
      return marks && problemText(texts.get(marks.id), marks)
    }
    const { rows } = await db.executeQuery(findStatement({ known, slugOrId, learnerId }))
    return (await toTexts(rows[0])).problems[0]
  }

  return {
    catalogue,

    /** One page of what everyone can see, after the cursor in the query's order. */
    async list(options: ListOptions): Promise<JsonBytes<ProblemPage>> {
      const statement = listStatement({ ...options, learnerId: undefined })
      const row = (await readDb.executeQuery(statement)).rows[0] ?? NOTHING
      const key = JSON.stringify(statement.parameters) + statement.sql
      const held = pages.find(key, { row, texts: (await catalogue.get()).texts })
      if (held) return held
      const { problems, texts } = await toTexts(row)
      const page = Buffer.from(pageText({ problems, row, limit: options.query.limit }))
      pages.keep(key, { row, texts, page })
      return page
    },

    /** One page of what a learner can see, with their marks. */
    async listFor(options: ListOptions & { learnerId: string }): Promise<JsonText<ProblemPage>> {
      const row = (await db.executeQuery(listStatement(options))).rows[0] ?? NOTHING
      const { problems } = await toTexts(row)
      return pageText({ problems, row, limit: options.query.limit })
    },

    findText,

    async find(options: { slugOrId: string; learnerId: string | undefined }): Promise<Problem | undefined> {
      const text = await findText(options)
      return text === undefined ? undefined : problemSchema.parse(JSON.parse(text))
    },

    /** The problems among `ids` that the learner can see, in no order. */
    async findMany({ ids, learnerId }: { ids: string[]; learnerId: string }): Promise<Problem[]> {
      if (ids.length === 0) return []
      const { rows } = await db.executeQuery(findManyStatement({ ids, learnerId }))
      return (await toTexts(rows[0])).problems.map((text) => problemSchema.parse(JSON.parse(text)))
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
