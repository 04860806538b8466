import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { countedComment } from '../comments/comments.models.ts'
import { recountRows } from '../problems/problem-counts.repository.ts'
import { learnerTables } from './learner-tables.ts'
import { type EndedSessions, SESSION_MAX_SECONDS, sessionExpiry } from './learners.models.ts'
import { type Deleted, nothingDeleted } from './learners.schemas.ts'

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
        const own = await deleteOwn(tx, learnerId)
        const upvotes = await tx
          .deleteFrom('upvotes')
          .where('learner_id', '=', learnerId)
          .returning(['problem_id', 'level'])
          .execute()
        const comments = await tx
          .deleteFrom('comments')
          .where('learner_id', '=', learnerId)
          .returning(['problem_id', 'tag', 'hidden_at'])
          .execute()
        await recountRows(tx, [
          ...upvotes.map(({ problem_id, level }) => ({
            problem_id,
            kind: 'upvotes' as const,
            label: level,
            step: -1 as const,
          })),
          ...comments.filter(({ hidden_at }) => hidden_at === null).map((one) => countedComment(one, -1)),
        ])
        const reports = await removeReports(tx, learnerId)
        await forgetInLog(tx, learnerId)
        const problems = await tx.deleteFrom('problems').where('owner_id', '=', learnerId).executeTakeFirst()
        await endSessions(tx, { learnerId, notBefore })
        return {
          deleted: {
            ...own,
            own_problems: Number(problems.numDeletedRows),
            upvotes: upvotes.length,
            comments: comments.length,
            reports,
          },
        }
      })
    },
  }
}

/** Deletes the rows that are the learner's alone; answers how many of each kind. */
async function deleteOwn(tx: Db, learnerId: string): Promise<Deleted['deleted']> {
  const counts = nothingDeleted()
  for (const { table, kind } of learnerTables) {
    const result = await tx.deleteFrom(table).where('learner_id', '=', learnerId).executeTakeFirst()
    counts[kind] += Number(result.numDeletedRows)
  }
  return counts
}

/** Takes a learner's reports back; what was hidden by them stays with the moderators. */
async function removeReports(tx: Db, learnerId: string): Promise<number> {
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
  return reports.length
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
  // The moment stands for these now.
  await tx
    .deleteFrom('ended_sessions')
    .where('learner_id', '=', learnerId)
    .where('expires_at', '<', sessionExpiry(notBefore))
    .execute()
}
