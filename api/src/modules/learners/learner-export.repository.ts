import type { Db } from '@codify/db'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Field, Fields, FileRow, LearnerData } from '../../shared/learner-data.ts'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { exportedParts, type LearnerKind } from './learner-data.ts'
import type { LearnerExport } from './learners.schemas.ts'

export type LearnerExportRepository = ReturnType<typeof createLearnerExportRepository>
type Exported = Omit<LearnerExport, 'format' | 'version' | 'exported_at' | 'sessions_ended_at'>

/** Rows one query may bring, however much a learner has. */
const BATCH = 100

/** Reads the declared data of one learner, oldest first, in batches. */
export function createLearnerExportRepository({ db }: { db: Db }) {
  return {
    /** Every part of an export, or those of some kinds. */
    async read({
      learnerId,
      kinds,
    }: {
      learnerId: string
      kinds?: readonly LearnerKind[]
    }): Promise<Exported> {
      const parts: Record<string, unknown> = {}
      for (const part of exportedParts)
        if (kinds === undefined || kinds.includes(part.kind))
          parts[part.kind] = await readPart(db, part, learnerId)
      return asExported(parts)
    },
  }
}

/** Safe as far as declarations agree with their schemas: tests parse exports that have a row of every kind. */
function asExported(parts: Record<string, unknown>): Exported {
  return parts as Exported
}

async function readPart(db: Db, data: LearnerData, learnerId: string): Promise<unknown> {
  if (data.exported === undefined) return undefined
  const { table, owner = 'learner_id', fields, order, nested = {} } = data
  const select = (extra: RawBuilder<unknown>[]) => sql`
    select ${sql.join([...columnsOf(fields), ...extra])} from ${sql.table(table)} t
    where t.${sql.ref(owner)} = ${learnerId}`
  if (order === undefined) {
    const [row] = (await sql<FileRow>`${select([])}`.execute(db)).rows
    return row ? toFileRow(row, fields) : null
  }
  const [time, id] = [`t.${order[0]}`, `t.${order[1]}`]
  const all: FileRow[] = []
  for (let after: TimeKeyset | undefined; ; ) {
    const beyond = after ? sql`and ${isBeyond({ time, id, order: 'oldest', after })}` : sql``
    const { rows } = await sql<FileRow & { row_time: string; row_id: string }>`
      ${select([sql`${exactTime(time)} as row_time`, sql`${sql.ref(id)} as row_id`])} ${beyond}
      order by ${sql.ref(time)}, ${sql.ref(id)} limit ${BATCH}`.execute(db)
    for (const row of rows) {
      const inside: Record<string, unknown> = {}
      for (const [name, one] of Object.entries(nested)) {
        const { rows: nestedRows } = await sql<FileRow>`
          select ${sql.join(columnsOf(one.fields))} from ${sql.table(one.table)} t
          where t.${sql.ref(one.by)} = ${row.row_id} order by t.${sql.ref(one.order)}`.execute(db)
        inside[name] = nestedRows.map((nestedRow) => toFileRow(nestedRow, one.fields))
      }
      all.push({ ...toFileRow(row, fields), ...inside })
    }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return all
    after = [last.row_time, last.row_id]
  }
}

function columnsOf(fields: Fields): RawBuilder<unknown>[] {
  return Object.entries(fields)
    .filter(([, { kind }]) => kind !== 'constant')
    .map(([name, field]) => sql`${expressionOf(field, `t.${field.column ?? name}`)} as ${sql.ref(name)}`)
}

function expressionOf({ kind }: Field, column: string): RawBuilder<unknown> {
  switch (kind) {
    case 'moment':
      return exactTime(column)
    case 'problem':
      return sql`(select slug from problems where id = ${sql.ref(column)})`
    case 'isSet':
      return sql`${sql.ref(column)} is not null`
    default:
      return sql.ref(column)
  }
}

const vectorSchema = z.array(z.number())

function toFileRow(row: FileRow, fields: Fields): FileRow {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const stored = row[name]
      if (field.kind === 'constant') return [name, field.value]
      if (field.kind === 'vector')
        return [name, typeof stored === 'string' ? vectorSchema.parse(JSON.parse(stored)) : null]
      return [name, field.read ? field.read(stored) : stored]
    }),
  )
}
