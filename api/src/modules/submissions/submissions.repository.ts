import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { idempotencyMismatch } from '../../shared/errors.ts'
import { holdLearner } from '../../shared/hold-learner.ts'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import type { AttemptRow, NewAttempt } from '../attempts/attempts.models.ts'
import { insertAttempt } from '../attempts/attempts.repository.ts'
import { linkHints } from './link-hints.sql.ts'
import { submissionNotFound } from './submissions.errors.ts'
import { isSameSubmission, type SubmissionRow } from './submissions.models.ts'
import type { CreateSubmission } from './submissions.schemas.ts'

export type SubmissionsRepository = ReturnType<typeof createSubmissionsRepository>

const itemColumns = [
  'submissions.id',
  'submissions.language',
  'submissions.outcome',
  'submissions.passed',
  'submissions.total',
  'submissions.ms',
  'submissions.hints_used',
  'submissions.attempt_id',
  'submissions.created_at',
] as const

/** Beyond these, failed submissions change no suggestion. */
const FAILED_MAX = 10

export function createSubmissionsRepository({ db }: { db: Db }) {
  return {
    /**
     * Keeps a submission. A repeated idempotency key gives the first one back and writes nothing.
     *
     * @throws 422 `idempotency.mismatch` when the key came with another body or problem
     */
    async record(options: {
      learnerId: string
      problem: { id: string; slug: string }
      idempotencyKey: string | undefined
      submission: Omit<CreateSubmission, 'minutes'>
    }): Promise<SubmissionRow> {
      const { learnerId, problem, idempotencyKey = null, submission } = options
      const added = await db
        .insertInto('submissions')
        .values({
          learner_id: learnerId,
          problem_id: problem.id,
          idempotency_key: idempotencyKey,
          ...submission,
        })
        .onConflict((on) => on.columns(['learner_id', 'idempotency_key']).doNothing())
        .returning(itemColumns)
        .executeTakeFirst()
      if (added) return { ...added, problem: problem.slug }
      const first = await db
        .selectFrom('submissions')
        .select([...itemColumns, 'submissions.code', 'submissions.problem_id'])
        .where('learner_id', '=', learnerId)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirstOrThrow()
      if (first.problem_id !== problem.id || !isSameSubmission(first, submission)) throw idempotencyMismatch()
      return { ...first, problem: problem.slug }
    },

    /** The newest accepted submission of exactly this code, if there is one. */
    async findAccepted(options: {
      learnerId: string
      problemId: string
      language: CreateSubmission['language']
      code: string
    }): Promise<{ attempt_id: string | null } | undefined> {
      return db
        .selectFrom('submissions')
        .select('attempt_id')
        .where('learner_id', '=', options.learnerId)
        .where('problem_id', '=', options.problemId)
        .where('outcome', '=', 'accepted')
        .where('language', '=', options.language)
        .where('code', '=', options.code)
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst()
    },

    /** Failed submissions before this one and after the last attempt at the problem; at most ten are counted. */
    async countFailedBefore(options: {
      learnerId: string
      problemId: string
      submissionId: string
    }): Promise<number> {
      const { learnerId, problemId, submissionId } = options
      const { rows } = await sql<{ failed: number }>`
        select count(*)::int as failed from (
          select from submissions s
          where s.learner_id = ${learnerId} and s.problem_id = ${problemId} and s.outcome <> 'accepted'
            and s.id <> ${submissionId}
            and s.created_at <= (select created_at from submissions where id = ${submissionId})
            and s.created_at > coalesce((
              select max(a.created_at) from attempts a
              where a.learner_id = ${learnerId} and a.problem_id = ${problemId} and a.retracted_at is null
            ), '-infinity')
          limit ${FAILED_MAX}
        ) failed`.execute(db)
      return rows[0]?.failed ?? 0
    },

    /** At most `limit + 1` of the learner's submissions at a problem after the keyset, newest first. */
    async list(options: {
      learnerId: string
      problemId: string
      after: TimeKeyset | undefined
      limit: number
    }) {
      const { learnerId, problemId, after, limit } = options
      const rows = db
        .selectFrom('submissions')
        .select([...itemColumns, exactTime('submissions.created_at').as('exact_time')])
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
      const rest = after
        ? rows.where(
            isBeyond({ time: 'submissions.created_at', id: 'submissions.id', order: 'newest', after }),
          )
        : rows
      return rest
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    },

    async find({ learnerId, id }: { learnerId: string; id: string }) {
      return db
        .selectFrom('submissions')
        .innerJoin('problems', 'problems.id', 'submissions.problem_id')
        .select([...itemColumns, 'submissions.code', 'problems.slug as problem'])
        .where('submissions.learner_id', '=', learnerId)
        .where('submissions.id', '=', id)
        .executeTakeFirst()
    },

    /**
     * Records a submission as an attempt, once: repeating it gives the first one back.
     *
     * @throws 404 `submission.not_found`, 422 `idempotency.mismatch` when it was recorded as another attempt
     */
    async recordAttempt(options: {
      learnerId: string
      id: string
      attempt: NewAttempt
      now: Date
    }): Promise<AttemptRow> {
      const { learnerId, id, attempt, now } = options
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const problem = await tx
          .selectFrom('submissions')
          .innerJoin('problems', 'problems.id', 'submissions.problem_id')
          .select(['problems.id', 'problems.slug'])
          .where('submissions.learner_id', '=', learnerId)
          .where('submissions.id', '=', id)
          .executeTakeFirst()
        if (!problem) throw submissionNotFound()
        const idempotencyKey = `submission:${id}`
        const row = await insertAttempt({ tx, learnerId, problem, idempotencyKey, attempt, now })
        await tx
          .updateTable('submissions')
          .set({ attempt_id: row.id })
          .where('learner_id', '=', learnerId)
          .where('id', '=', id)
          .execute()
        await linkHints(tx, { learnerId, problemId: problem.id, attemptId: row.id })
        return row
      })
    },
  }
}
