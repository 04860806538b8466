import type { Db } from '@codify/db'
import { type NotNull, sql } from 'kysely'
import { idempotencyMismatch } from '../../shared/errors.ts'
import { holdLearner } from '../../shared/hold-learner.ts'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { rebuildCards } from '../reviews/review-cards.repository.ts'
import {
  attemptAlreadySet,
  attemptNotFound,
  attemptTooOld,
  pasteNotFound,
  pasteTooOld,
} from './attempts.errors.ts'
import {
  type AttemptRow,
  alreadySet,
  canBeTakenBack,
  isSameAttempt,
  type NewAttempt,
  undoableSince,
} from './attempts.models.ts'
import type { CompleteAttempt } from './attempts.schemas.ts'
import { rebuildProgress } from './rebuild-progress.sql.ts'

export type AttemptsRepository = ReturnType<typeof createAttemptsRepository>

const ownColumns = [
  'attempts.id',
  'attempts.outcome',
  'attempts.minutes',
  'attempts.rating',
  'attempts.hints_used',
  'attempts.item_id',
  'attempts.started_at',
  'attempts.created_at',
  'attempts.retracted_at',
  'attempts.paste_id',
  'attempts.pasted_at',
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
        .where('attempts.retracted_at', 'is', null)
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
     * Writes an attempt, where the learner now stands with the problem and when it should come again. A repeated
     * idempotency key gives the first attempt back and writes nothing.
     *
     * @throws 422 `idempotency.mismatch` when the key came with another body or problem
     */
    async record(options: {
      learnerId: string
      problem: { id: string; slug: string }
      idempotencyKey: string | undefined
      attempt: NewAttempt
      now: Date
    }): Promise<AttemptRow> {
      const { learnerId } = options
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        return insertAttempt({ ...options, tx })
      })
    },

    /**
     * Fills what the attempt leaves open; what it says already may be said again.
     *
     * @throws 404 `attempt.not_found`, 409 `attempt.already_set` when a field would change
     */
    async complete(options: {
      learnerId: string
      attemptId: string
      body: CompleteAttempt
    }): Promise<AttemptRow> {
      const { learnerId, attemptId, body } = options
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const row = await findOwn(tx, { learnerId, attemptId })
        if (!row || row.retracted_at) throw attemptNotFound()
        const taken = alreadySet(row, body)
        if (taken.length > 0) throw attemptAlreadySet(taken)
        const filled = {
          minutes: row.minutes ?? body.minutes ?? null,
          rating: row.rating ?? body.rating ?? null,
          hints_used: row.hints_used ?? body.hints_used ?? null,
        }
        await tx
          .updateTable('attempts')
          .set(filled)
          .where('learner_id', '=', learnerId)
          .where('id', '=', attemptId)
          .execute()
        await rebuildCards({ tx, learnerId, problemIds: touched(row) })
        return { ...row, ...filled }
      })
    },

    /**
     * Takes an attempt back: its row stays, it counts nowhere, and standing and card are made anew from what stands.
     * Taking it back twice changes nothing.
     *
     * @throws 404 `attempt.not_found`, 409 `attempt.too_old` after a day
     */
    async retract(options: { learnerId: string; attemptId: string; now: Date }): Promise<AttemptRow> {
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, options.learnerId)
        return retractAttempt({ ...options, tx })
      })
    },

    /** Pastes that can still be taken back, newest first, with how many of their attempts stand. */
    async listPastes({ learnerId, now }: { learnerId: string; now: Date }) {
      const rows = await db
        .selectFrom('attempts')
        .select(['paste_id', 'pasted_at', (eb) => eb.fn.countAll().as('attempts')])
        .where('learner_id', '=', learnerId)
        .where('paste_id', 'is not', null)
        .where('retracted_at', 'is', null)
        .where('pasted_at', '>', undoableSince(now))
        .groupBy(['paste_id', 'pasted_at'])
        .orderBy('pasted_at', 'desc')
        .orderBy('paste_id', 'desc')
        .$narrowType<{ paste_id: NotNull; pasted_at: NotNull }>()
        .execute()
      return rows.map((row) => ({ ...row, attempts: Number(row.attempts) }))
    },

    /**
     * Takes back all attempts of one paste that still stand, and answers how many they were.
     *
     * @throws 404 `paste.not_found`, 409 `paste.too_old` a day after the paste
     */
    async retractPaste(options: { learnerId: string; pasteId: string; now: Date }): Promise<number> {
      const { learnerId, pasteId, now } = options
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const rows = await tx
          .selectFrom('attempts')
          .select(['problem_id', 'for_problem_id', 'created_at', 'pasted_at', 'retracted_at'])
          .where('learner_id', '=', learnerId)
          .where('paste_id', '=', pasteId)
          .where('pasted_at', 'is not', null)
          .execute()
        if (rows.length === 0) throw pasteNotFound()
        const standing = rows.filter(({ retracted_at }) => retracted_at === null)
        if (!standing.every((row) => canBeTakenBack(row, now))) throw pasteTooOld()
        await tx
          .updateTable('attempts')
          .set({ retracted_at: now })
          .where('learner_id', '=', learnerId)
          .where('paste_id', '=', pasteId)
          .where('retracted_at', 'is', null)
          .execute()
        const problemIds = [...new Set(standing.flatMap(touched))]
        await rebuildProgress(tx, { learnerId, problemIds })
        await rebuildCards({ tx, learnerId, problemIds })
        return standing.length
      })
    },
  }
}

export async function insertAttempt(options: {
  tx: Db
  learnerId: string
  problem: { id: string; slug: string }
  idempotencyKey: string | undefined
  attempt: NewAttempt
  now: Date
}): Promise<AttemptRow> {
  const { tx, learnerId, problem, idempotencyKey = null, attempt, now } = options
  const forProblemId = attempt.item_id === null ? null : await findStandsFor(tx, learnerId, attempt.item_id)
  const added = await tx
    .insertInto('attempts')
    .values({
      learner_id: learnerId,
      problem_id: problem.id,
      idempotency_key: idempotencyKey,
      for_problem_id: forProblemId === problem.id ? null : forProblemId,
      created_at: momentAfterLast(learnerId, now),
      ...attempt,
    })
    .onConflict((on) => on.columns(['learner_id', 'idempotency_key']).doNothing())
    .returning([...ownColumns, 'attempts.problem_id', 'attempts.for_problem_id'])
    .executeTakeFirst()
  if (added) {
    await rebuildProgress(tx, { learnerId, problemIds: [problem.id] })
    await rebuildCards({ tx, learnerId, problemIds: touched(added) })
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
}

export async function retractAttempt(options: {
  tx: Db
  learnerId: string
  attemptId: string
  now: Date
}): Promise<AttemptRow> {
  const { tx, learnerId, attemptId, now } = options
  const row = await findOwn(tx, { learnerId, attemptId })
  if (!row) throw attemptNotFound()
  if (row.retracted_at) return row
  if (!canBeTakenBack(row, now)) throw attemptTooOld()
  await tx
    .updateTable('attempts')
    .set({ retracted_at: now })
    .where('learner_id', '=', learnerId)
    .where('id', '=', attemptId)
    .execute()
  await rebuildProgress(tx, { learnerId, problemIds: [row.problem_id] })
  await rebuildCards({ tx, learnerId, problemIds: touched(row) })
  return { ...row, retracted_at: now }
}

async function findOwn(tx: Db, { learnerId, attemptId }: { learnerId: string; attemptId: string }) {
  return tx
    .selectFrom('attempts')
    .innerJoin('problems', 'problems.id', 'attempts.problem_id')
    .select([...ownColumns, 'attempts.problem_id', 'attempts.for_problem_id', 'problems.slug as problem'])
    .where('attempts.learner_id', '=', learnerId)
    .where('attempts.id', '=', attemptId)
    .executeTakeFirst()
}

/** The problems whose cards rest on an attempt. */
function touched(row: { problem_id: string; for_problem_id: string | null }): string[] {
  return row.for_problem_id === null ? [row.problem_id] : [row.problem_id, row.for_problem_id]
}

/** The problem that an item of the current plan stands for, where it stands for another than its own. */
async function findStandsFor(tx: Db, learnerId: string, itemId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from plans l
    join problems p on p.slug = jsonb_path_query_first(
      l.plan_json, '$.weeks[*].days[*].problems[*] ? (@.item_id == $item).stands_for',
      jsonb_build_object('item', ${itemId}::text)) #>> '{}'
    where l.learner_id = ${learnerId} and l.status = 'current'`.execute(tx)
  return rows[0]?.id ?? null
}

/** The moment of an attempt: no two of a learner share one, so that they have one order. */
function momentAfterLast(learnerId: string, now: Date) {
  return sql<Date>`greatest(${now}::timestamptz, (
    select max(created_at) + interval '1 microsecond' from attempts
    where learner_id = ${learnerId} and created_at >= ${now}::timestamptz
      and created_at < ${now}::timestamptz + interval '1 second'))`
}
