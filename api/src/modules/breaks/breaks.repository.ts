import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { Break } from './breaks.schemas.ts'

export type BreaksRepository = ReturnType<typeof createBreaksRepository>

export const BREAKS_MAX = 100
const columns = ['id', 'from_date as from', 'to_date as to', 'created_at'] as const

export function createBreaksRepository({ db }: { db: Db }) {
  return {
    /** The learner's breaks, the latest first. */
    async list({ learnerId }: { learnerId: string }): Promise<Break[]> {
      const rows = await db
        .selectFrom('breaks')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .orderBy('to_date', 'desc')
        .orderBy('id', 'desc')
        .limit(BREAKS_MAX)
        .execute()
      return rows.map(toBreak)
    },

    /** Adds a break; the same days again give the one that is there. Undefined when there are too many. */
    async add(options: { learnerId: string; from: string; to: string }): Promise<Break | undefined> {
      const { learnerId, from, to } = options
      const { rows } = await sql<Parameters<typeof toBreak>[0]>`
        insert into breaks (learner_id, from_date, to_date)
        select ${learnerId}, ${from}, ${to}
        where (select count(*) from breaks where learner_id = ${learnerId}) < ${BREAKS_MAX}
        on conflict (learner_id, from_date, to_date) do update set to_date = excluded.to_date
        returning id, from_date as "from", to_date as "to", created_at`.execute(db)
      return rows[0] && toBreak(rows[0])
    },

    async remove({ learnerId, id }: { learnerId: string; id: string }): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('breaks')
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

function toBreak(row: { id: string; from: string; to: string; created_at: Date }): Break {
  return { ...row, created_at: row.created_at.toISOString() }
}
