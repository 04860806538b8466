import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { holdLearner } from '../../shared/hold-learner.ts'
import { rebuildProgress } from '../attempts/rebuild-progress.sql.ts'
import { rebuildCards } from '../reviews/review-cards.repository.ts'
import type { Known, PastAttempt } from './history-decisions.ts'
import type { Named } from './history-lookup.ts'

export type HistoryRepository = ReturnType<typeof createHistoryRepository>

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

    /** The learner's attempts at these problems that stand. */
    async listKnown(options: { learnerId: string; problemIds: string[] }): Promise<Known[]> {
      return listKnown(db, options)
    },

    /** Chooses by what the history holds, and writes it as one paste, while nothing else changes that history. */
    async save<Chosen extends { attempts: PastAttempt[] }>(options: {
      learnerId: string
      pasteId: string
      now: Date
      problemIds: string[]
      choose: (known: Known[]) => Chosen
    }): Promise<{ chosen: Chosen; saved: number }> {
      const { learnerId, pasteId, now, choose } = options
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const chosen = choose(await listKnown(tx, options))
        if (chosen.attempts.length === 0) return { chosen, saved: 0 }
        await forgetRetracted(tx, { learnerId, keys: chosen.attempts.map((one) => one.idempotencyKey) })
        const added = await tx
          .insertInto('attempts')
          .values(
            chosen.attempts.map(({ problemId, outcome, minutes, at, idempotencyKey }) => ({
              learner_id: learnerId,
              problem_id: problemId,
              outcome,
              minutes,
              created_at: at,
              idempotency_key: idempotencyKey,
              paste_id: pasteId,
              pasted_at: now,
            })),
          )
          .onConflict((on) => on.columns(['learner_id', 'idempotency_key']).doNothing())
          .returning('problem_id')
          .execute()
        const problemIds = [...new Set(added.map((row) => row.problem_id))]
        await rebuildProgress(tx, { learnerId, problemIds })
        await rebuildCards({ tx, learnerId, problemIds })
        return { chosen, saved: added.length }
      })
    },
  }
}

async function listKnown(
  db: Db,
  { learnerId, problemIds }: { learnerId: string; problemIds: string[] },
): Promise<Known[]> {
  return db
    .selectFrom('attempts')
    .select(['problem_id as problemId', 'outcome', 'created_at as at', 'idempotency_key as key'])
    .where('learner_id', '=', learnerId)
    .where('retracted_at', 'is', null)
    .where(sql<boolean>`problem_id = any(${problemIds}::uuid[])`)
    .execute()
}

/** An attempt that was taken back keeps no key, so that its line can be saved again. */
async function forgetRetracted(
  tx: Db,
  { learnerId, keys }: { learnerId: string; keys: string[] },
): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({ idempotency_key: null })
    .where('learner_id', '=', learnerId)
    .where('retracted_at', 'is not', null)
    .where(sql<boolean>`idempotency_key = any(${keys}::text[])`)
    .execute()
}
