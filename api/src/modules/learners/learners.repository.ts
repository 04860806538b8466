import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { holdLearner } from '../../shared/hold-learner.ts'
import type { LearnerData } from '../../shared/learner-data.ts'
import { countedComment } from '../comments/comments.models.ts'
import { type CountedRow, countedUpvote, recountRows } from '../problems/problem-counts.repository.ts'
import { removeTokens } from '../tokens/tokens.repository.ts'
import { type LearnerKind, learnerTables } from './learner-data.ts'
import { type EndedSessions, SESSION_MAX_SECONDS, sessionExpiry } from './learners.models.ts'
import { type Deleted, deletedSchema } from './learners.schemas.ts'

export type LearnersRepository = ReturnType<typeof createLearnersRepository>

const SWEEP_SIZE = 1_000

export function createLearnersRepository({ db }: { db: Db }) {
  return {
    async getEndedSessions({ learnerId }: { learnerId: string }): Promise<EndedSessions> {
      const row = await db
        .selectNoFrom((eb) => [
          eb
            .selectFrom('learner_sessions')
            .select('not_before')
            .where('learner_id', '=', learnerId)
            .as('not_before'),
          sql<string[]>`array(select session_id from ended_sessions where learner_id = ${learnerId})`.as(
            'session_ids',
          ),
        ])
        .executeTakeFirstOrThrow()
      return { notBefore: row.not_before ?? undefined, sessionIds: new Set(row.session_ids) }
    },

    /** Ends one session. Ending it again changes nothing. */
    async endSession({
      learnerId,
      sessionId,
      expiresAt,
    }: {
      learnerId: string
      sessionId: string
      expiresAt: Date
    }): Promise<void> {
      await db
        .insertInto('ended_sessions')
        .values({ learner_id: learnerId, session_id: sessionId, expires_at: expiresAt })
        .onConflict((on) => on.columns(['learner_id', 'session_id']).doNothing())
        .execute()
    },

    /** Removes at most a thousand ends of sessions that are too old to be accepted anyway; answers how many. */
    async sweepEndedSessions({ now }: { now: Date }): Promise<number> {
      const result = await db
        .deleteFrom('ended_sessions')
        .where('expires_at', '<', now)
        .where('session_id', 'in', (eb) =>
          eb
            .selectFrom('ended_sessions')
            .select('session_id')
            .where('expires_at', '<', now)
            .orderBy('expires_at')
            .limit(SWEEP_SIZE)
            .forUpdate()
            .skipLocked(),
        )
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },

    /** Ends every session of the learner that began before a moment. */
    async endSessions(options: { learnerId: string; notBefore: Date }): Promise<void> {
      await db.transaction().execute((tx) => endSessions(tx, options))
    },

    /** Removes at most a thousand sign-outs that no session young enough to be taken is older than; answers how many. */
    async sweepSessions({ now }: { now: Date }): Promise<number> {
      const result = await db
        .deleteFrom('learner_sessions')
        .where('learner_id', 'in', (eb) =>
          eb
            .selectFrom('learner_sessions')
            .select('learner_id')
            .where('not_before', '<', new Date(now.getTime() - SESSION_MAX_SECONDS * 1000))
            .orderBy('not_before')
            .limit(SWEEP_SIZE)
            .forUpdate()
            .skipLocked(),
        )
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },

    /** Deletes all that is held on the learner, corrects the community counts and ends the sessions: all or nothing. */
    async remove({ learnerId, notBefore }: { learnerId: string; notBefore: Date }): Promise<Deleted> {
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const removed: [LearnerKind, Removed][] = []
        for (const { kind, ...data } of learnerTables.toReversed())
          removed.push([kind, await (removers[kind] ?? removeRows)(tx, learnerId, data)])
        await forgetInLog(tx, learnerId)
        await endSessions(tx, { learnerId, notBefore })
        // Last, because others wait for these rows.
        await recountRows(
          tx,
          removed.flatMap(([, { counted = [] }]) => counted),
        )
        return deletedSchema.parse({
          deleted: Object.fromEntries(removed.map(([kind, { rows }]) => [kind, rows])),
        })
      })
    },
  }
}

type Removed = { rows: number; counted?: CountedRow[] }
type Remover = (tx: Db, learnerId: string, data: LearnerData) => Promise<Removed>

async function removeRows(
  tx: Db,
  learnerId: string,
  { table, owner = 'learner_id' }: LearnerData,
): Promise<Removed> {
  const { rows } = await sql<{ rows: number }>`
    with removed as (delete from ${sql.table(table)} where ${sql.ref(owner)} = ${learnerId} returning 1)
    select count(*)::int as rows from removed`.execute(tx)
  return rows[0] ?? { rows: 0 }
}

/** Rows whose removal changes what others see. */
const removers: { [Kind in LearnerKind]?: Remover } = {
  upvotes: async (tx, learnerId) => {
    const upvotes = await tx
      .deleteFrom('upvotes')
      .where('learner_id', '=', learnerId)
      .returning(['problem_id', 'level'])
      .execute()
    const counted = upvotes.map((one) => countedUpvote(one, -1))
    return { rows: upvotes.length, counted }
  },
  comments: async (tx, learnerId) => {
    const comments = await tx
      .deleteFrom('comments')
      .where('learner_id', '=', learnerId)
      .returning(['problem_id', 'tag', 'hidden_at'])
      .execute()
    const visible = comments.filter(({ hidden_at }) => hidden_at === null)
    return { rows: comments.length, counted: visible.map((one) => countedComment(one, -1)) }
  },
  /** Takes a learner's reports back; a comment that they hid stays hidden until a moderator has looked. */
  reports: async (tx, learnerId) => {
    const reports = await tx
      .deleteFrom('comment_reports')
      .where('learner_id', '=', learnerId)
      .returning(['comment_id', 'resolved_at'])
      .execute()
    const open = reports.filter((report) => report.resolved_at === null).map((report) => report.comment_id)
    if (open.length > 0)
      await tx
        .updateTable('comments')
        .set((eb) => ({ open_reports: eb('open_reports', '-', 1) }))
        .where(sql<boolean>`id = any(${open}::uuid[])`)
        .where('hidden_at', 'is', null)
        .execute()
    return { rows: reports.length }
  },
}

/** The log keeps what moderators did, without the words and ids of who is gone. */
async function forgetInLog(tx: Db, learnerId: string): Promise<void> {
  await tx
    .updateTable('moderation_log')
    .set({ author_id: null, comment_body: null })
    .where('author_id', '=', learnerId)
    .execute()
  await tx
    .updateTable('moderation_log')
    .set({ moderator_id: null })
    .where('moderator_id', '=', learnerId)
    .execute()
}

async function endSessions(
  tx: Db,
  { learnerId, notBefore }: { learnerId: string; notBefore: Date },
): Promise<void> {
  await tx
    .insertInto('learner_sessions')
    .values({ learner_id: learnerId, not_before: notBefore })
    .onConflict((on) =>
      on
        .column('learner_id')
        .doUpdateSet({ not_before: sql`greatest(learner_sessions.not_before, excluded.not_before)` }),
    )
    .execute()
  await removeTokens(tx, learnerId)
  // The moment stands for these now.
  await tx
    .deleteFrom('ended_sessions')
    .where('learner_id', '=', learnerId)
    .where('expires_at', '<', sessionExpiry(notBefore))
    .execute()
}
