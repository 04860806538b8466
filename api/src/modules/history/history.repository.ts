import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { holdLearner } from '../attempts/attempts.repository.ts'
import type { Outcome } from '../attempts/attempts.schemas.ts'
import { rebuildProgress } from '../attempts/rebuild-progress.ts'
import { rebuildCards } from '../reviews/review-cards.repository.ts'
import type { Named } from './history-lookup.ts'

export type HistoryRepository = ReturnType<typeof createHistoryRepository>

export type PastAttempt = {
  problemId: string
  outcome: Outcome
  minutes: number | null
  at: Date
  idempotencyKey: string
}

export function createHistoryRepository({ db }: { db: Db }) {
  return {
    async listOwn({ learnerId }: { learnerId: string }): Promise<Named[]> {
      const rows = await db
        .selectFrom('problems')
        .select(['id', 'slug', 'number', 'title', 'url'])
        .where('owner_id', '=', learnerId)
        .where('retired_at', 'is', null)
        .orderBy('number')
        .execute()
      return rows.map((row) => ({ ...row, own: true }))
    },

    /** When the learner had which outcome with these problems. */
    async listAttempts({ learnerId, problemIds }: { learnerId: string; problemIds: string[] }) {
      const { rows } = await sql<{ problemId: string; outcome: Outcome; at: Date }>`
        select problem_id as "problemId", outcome, created_at as at
        from attempts where learner_id = ${learnerId} and retracted_at is null and problem_id = any(${problemIds}::uuid[])`.execute(
        db,
      )
      return rows
    },

    /** Writes attempts of the past, each once, and where the learner now stands; how many were new. */
    async save({ learnerId, attempts }: { learnerId: string; attempts: PastAttempt[] }): Promise<number> {
      if (attempts.length === 0) return 0
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const added = await tx
          .insertInto('attempts')
          .values(
            attempts.map(({ problemId, outcome, minutes, at, idempotencyKey }) => ({
              learner_id: learnerId,
              problem_id: problemId,
              outcome,
              minutes,
              created_at: at,
              idempotency_key: idempotencyKey,
            })),
          )
          .onConflict((on) => on.columns(['learner_id', 'idempotency_key']).doNothing())
          .returning('problem_id')
          .execute()
        const problemIds = [...new Set(added.map((row) => row.problem_id))]
        await rebuildProgress(tx, { learnerId, problemIds })
        await rebuildCards({ tx, learnerId, problemIds })
        return added.length
      })
    },
  }
}
