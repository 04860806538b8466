import { randomUUID } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { toSql } from 'pgvector'
import { holdLearner } from '../../shared/hold-learner.ts'
import type { Field, Fields, FileRow } from '../../shared/learner-data.ts'
import { rebuildProgress } from '../attempts/rebuild-progress.sql.ts'
import type { Embedding } from '../intake/intake.repository.ts'
import { importedParts, type LearnerKind } from '../learners/learner-data.ts'
import { toRow } from '../own-problems/own-problems.repository.ts'
import { countedUpvote, recountRows, startCounts } from '../problems/problem-counts.repository.ts'
import { rebuildCards } from '../reviews/review-cards.repository.ts'
import { accountNotEmpty } from './imports.errors.ts'
import { rowsOf } from './imports.models.ts'
import type { ImportFile } from './imports.schemas.ts'

export type ImportsRepository = ReturnType<typeof createImportsRepository>

type Import = {
  tx: Db
  learner: { id: string; name: string }
  file: ImportFile
  embedding: Embedding | undefined
  idOf: (slug: string) => string
}

export function createImportsRepository({ db }: { db: Db }) {
  return {
    /** @throws 409 `import.account_not_empty` naming what the learner has */
    async refuseFull({ learnerId }: { learnerId: string }): Promise<void> {
      await refuseFull(db, learnerId)
    },

    /** Ids of the catalogue's problems by slug, retired ones too: a history may name them. */
    async catalogueIds(): Promise<Map<string, string>> {
      const rows = await db
        .selectFrom('problems')
        .select(['id', 'slug'])
        .where('owner_id', 'is', null)
        .execute()
      return new Map(rows.map(({ id, slug }) => [slug, id]))
    },

    /**
     * Writes all of a checked and renamed file, or nothing.
     *
     * @throws 409 `import.account_not_empty`
     */
    async write({
      catalogueIds,
      ...options
    }: Omit<Import, 'tx' | 'idOf'> & { catalogueIds: ReadonlyMap<string, string> }): Promise<void> {
      const { learner, file } = options
      const ownIds = new Map(file.own_problems.map(({ id, slug }) => [slug, id]))
      const idOf = (slug: string) => {
        const id = catalogueIds.get(slug) ?? ownIds.get(slug)
        if (id === undefined) throw new Error(`no problem ${slug}, and the file was checked`)
        return id
      }
      await db.transaction().execute(async (tx) => {
        await holdLearner(tx, learner.id)
        await refuseFull(tx, learner.id)
        const step = { ...options, tx, idOf }
        for (const part of importedParts) await writePart(step, part)
      })
    },
  }
}

async function refuseFull(db: Db, learnerId: string): Promise<void> {
  const held = importedParts.map(
    ({ table, owner = 'learner_id', label }) => sql`
      (${label}, exists (select from ${sql.table(table)} where ${sql.ref(owner)} = ${learnerId}))`,
  )
  const { rows } = await sql<{ label: string }>`
    select label from (values ${sql.join(held)}) as held (label, there) where there`.execute(db)
  if (rows.length > 0) throw accountNotEmpty(rows.map(({ label }) => label))
}

/** Columns that a file does not have, by kind. */
const added: { [Kind in LearnerKind]?: (row: FileRow, step: Import) => FileRow } = {
  intake: (_, { embedding }) => ({
    unknown_time_zone: null,
    embedding: embedding ? toSql(embedding.vector) : null,
    embedding_model: embedding?.model ?? null,
  }),
  own_problems: ({ id, slug }, { learner }) => ({
    ...toRow({ id: String(id), learnerId: learner.id }),
    slug,
  }),
  plans: ({ id }, { file }) => ({
    generation_id: file.generations.find(({ plan_id }) => plan_id === id)?.id ?? randomUUID(),
  }),
  generations: ({ state }) => ({
    // One that was under way when the file was made has no worker here.
    ...(state !== 'done' && state !== 'failed' && { state: 'failed', error_code: 'plan.interrupted' }),
    accept: true,
    request_hash: 'import',
    request_id: 'import',
  }),
  comments: (_, { learner }) => ({
    author_name: learner.name,
    // A file says whatever its maker wants: others see what was written here, within the limits that hold here.
    hidden_at: sql`now()`,
    hidden_by: 'import',
  }),
}

/** Rows of other tables that follow from the rows of a kind. */
const derived: { [Kind in LearnerKind]?: (step: Import) => Promise<void> } = {
  own_problems: async ({ tx, file }) => {
    const ids = file.own_problems.map(({ id }) => id)
    if (ids.length > 0) await startCounts(tx, ids)
  },
  attempts: async ({ tx, learner, file, idOf }) => {
    const slugs = file.attempts.flatMap(({ problem, for_problem }) => [problem, for_problem ?? problem])
    const problems = { learnerId: learner.id, problemIds: [...new Set(slugs)].map(idOf) }
    await rebuildProgress(tx, problems)
    await rebuildCards({ tx, ...problems })
  },
  upvotes: ({ tx, file, idOf }) =>
    recountRows(
      tx,
      file.upvotes.map(({ problem, level }) => countedUpvote({ problem_id: idOf(problem), level }, 1)),
    ),
}

async function writePart(step: Import, part: (typeof importedParts)[number]): Promise<void> {
  const { kind, table, owner = 'learner_id', fields, nested = {} } = part
  const { tx, learner, file, idOf } = step
  const rows = rowsOf(file[kind])
  await insertRows(tx, {
    table,
    rows,
    toColumns: (row) => ({
      ...columnsOf(row, fields, idOf),
      [owner]: learner.id,
      ...added[kind]?.(row, step),
    }),
  })
  for (const [name, { table: inside, by, fields: theirs, ownedToo }] of Object.entries(nested))
    await insertRows(tx, {
      table: inside,
      rows: rows.flatMap((row) => rowsOf(row[name]).map((one) => ({ ...one, [by]: row.id }))),
      toColumns: (row) => ({
        ...columnsOf(row, theirs, idOf),
        [by]: row[by],
        ...(ownedToo && { learner_id: learner.id }),
      }),
    })
  await derived[kind]?.(step)
}

function columnsOf(row: FileRow, fields: Fields, idOf: Import['idOf']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => !field.derived)
      .map(([name, field]) => [field.column ?? name, storedAs(field, row[name], idOf)]),
  )
}

function storedAs({ kind }: Field, value: unknown, idOf: Import['idOf']): unknown {
  if (value === null || value === undefined) return null
  switch (kind) {
    case 'moment':
      // With all its microseconds, which a Date would cut off.
      return sql`${value}::timestamptz`
    case 'problem':
      return idOf(String(value))
    case 'json':
    case 'plan':
      return JSON.stringify(value)
    default:
      return value
  }
}

/** A statement takes 65,535 values at most, and delays other requests of this process while it is made. */
const BATCH = { rows: 500, characters: 128 * 1024 }

/** Inserts what becomes of the rows, some at a time. */
async function insertRows(
  tx: Db,
  options: { table: string; rows: readonly FileRow[]; toColumns: (row: FileRow) => FileRow },
): Promise<void> {
  const { table, rows, toColumns } = options
  let batch: FileRow[] = []
  let characters = 0
  for (const [i, row] of rows.entries()) {
    const columns = toColumns(row)
    batch.push(columns)
    for (const value of Object.values(columns)) if (typeof value === 'string') characters += value.length
    if (i + 1 < rows.length && batch.length < BATCH.rows && characters < BATCH.characters) continue
    const names = Object.keys(columns)
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values ${sql.join(batch.map((one) => sql`(${sql.join(names.map((name) => one[name]))})`))}`.execute(tx)
    batch = []
    characters = 0
  }
}
