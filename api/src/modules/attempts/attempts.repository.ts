import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { idempotencyMismatch } from '../../shared/errors.ts'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { type AttemptRow, isSameAttempt, type NewAttempt } from './attempts.models.ts'

export type AttemptsRepository = ReturnType<typeof createAttemptsRepository>

const ownColumns = [
  'attempts.id',
  'attempts.outcome',
  'attempts.minutes',
  'attempts.rating',
  'attempts.started_at',
  'attempts.created_at',
] as const

export function createAttemptsRepository({ db }: { db: Db }) {
  return {
    /** At most `limit + 1` of the learner's attempts after the keyset, newest first; of one problem, or of all. */
    async list(options: {
      learnerId: string
      problemId?: string | undefined
      after: TimeKeyset | undefined
      limit: number
    }) {
      const { learnerId, problemId, after, limit } = options
      let rows = db
        .selectFrom('attempts')
        .innerJoin('problems', 'problems.id', 'attempts.problem_id')
        .select([...ownColumns, 'problems.slug as problem'])
        .where('attempts.learner_id', '=', learnerId)
      if (problemId !== undefined) rows = rows.where('attempts.problem_id', '=', problemId)
      if (after)
        rows = rows.where(
          isBeyond({ time: 'attempts.created_at', id: 'attempts.id', order: 'newest', after }),
        )
      return rows
        .select(exactTime('attempts.created_at').as('exact_time'))
        .orderBy('attempts.created_at', 'desc')
        .orderBy('attempts.id', 'desc')
        .limit(limit + 1)
        .execute()
    },

    /**
     * Writes an attempt and where the learner now stands with the problem. A repeated idempotency key gives the first
     * attempt back and writes nothing.
     *
     * @throws 422 `idempotency.mismatch` when the key came with another body or problem
     */
    async record(options: {
      learnerId: string
      problem: { id: string; slug: string }
      idempotencyKey: string | undefined
      attempt: NewAttempt
    }): Promise<AttemptRow> {
      const { learnerId, problem, idempotencyKey = null, attempt } = options
      return db.transaction().execute(async (tx) => {
        const added = await tx
          .insertInto('attempts')
          .values({
            learner_id: learnerId,
            problem_id: problem.id,
            idempotency_key: idempotencyKey,
            ...attempt,
          })
          .onConflict((on) => on.columns(['learner_id', 'idempotency_key']).doNothing())
          .returning(ownColumns)
          .executeTakeFirst()
        if (added) {
          await advanceProgress(tx, { learnerId, problemId: problem.id, outcome: attempt.outcome })
          return { ...added, problem: problem.slug }
        }
        const first = await tx
          .selectFrom('attempts')
          .select([...ownColumns, 'attempts.problem_id'])
          .where('attempts.learner_id', '=', learnerId)
          .where('attempts.idempotency_key', '=', idempotencyKey)
          .executeTakeFirstOrThrow()
        if (first.problem_id !== problem.id || !isSameAttempt(first, attempt)) throw idempotencyMismatch()
        return { ...first, problem: problem.slug }
      })
    },
  }
}

/**
 * Moves the learner's standing to the attempt written in this transaction: `now()` is its `created_at`. Of two that
 * are written at once the newer one decides, whichever comes here last.
 */
async function advanceProgress(
  tx: Db,
  attempt: { learnerId: string; problemId: string; outcome: NewAttempt['outcome'] },
): Promise<void> {
  await tx
    .insertInto('problem_progress')
    .values({
      learner_id: attempt.learnerId,
      problem_id: attempt.problemId,
      status: attempt.outcome,
      solved_at: attempt.outcome === 'solved' ? sql<Date>`now()` : null,
      last_attempt_at: sql<Date>`now()`,
    })
    .onConflict((on) =>
      on.columns(['learner_id', 'problem_id']).doUpdateSet({
        status: sql`case when excluded.last_attempt_at >= problem_progress.last_attempt_at
          then excluded.status else problem_progress.status end`,
        // `least` passes over nulls: the first solve stays.
        solved_at: sql`least(problem_progress.solved_at, excluded.solved_at)`,
        last_attempt_at: sql`greatest(problem_progress.last_attempt_at, excluded.last_attempt_at)`,
      }),
    )
    .execute()
}
