import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { commentNotFound } from '../comments/comments.errors.ts'
import { countedComment } from '../comments/comments.models.ts'
import { recountRows } from '../problems/problem-counts.repository.ts'
import { REPORTS_PER_DAY, REPORTS_TO_HIDE } from './moderation.constants.ts'
import { ownComment, tooManyReports } from './moderation.errors.ts'
import type { LogRow, QueuedRow, ReportRow } from './moderation.models.ts'
import type { Decision, ReportReason } from './moderation.schemas.ts'

export type ModerationRepository = ReturnType<typeof createModerationRepository>

export function createModerationRepository({ db }: { db: Db }) {
  return {
    /**
     * Keeps a learner's report of a comment; a second one changes nothing. The one that fills the measure takes the
     * comment out of sight and out of the counts.
     *
     * @throws 404 `comment.not_found`, 409 `moderation.own_comment`, 429 `moderation.too_many_reports`
     */
    async report(options: { commentId: string; learnerId: string; reason: ReportReason; note: string }) {
      const { commentId, learnerId, reason, note } = options
      await db.transaction().execute(async (tx) => {
        const comment = await lockComment(tx, commentId)
        if (comment.learner_id === learnerId) throw ownComment()
        if (comment.hidden_at !== null) throw commentNotFound()
        const added = await tx
          .insertInto('comment_reports')
          .values({ comment_id: commentId, learner_id: learnerId, reason, note })
          .onConflict((on) => on.columns(['comment_id', 'learner_id']).doNothing())
          .returning('comment_id')
          .executeTakeFirst()
        if (!added) return
        await refuseFlood(tx, learnerId)
        const hides = comment.open_reports + 1 >= REPORTS_TO_HIDE
        await tx
          .updateTable('comments')
          .set((eb) => ({
            open_reports: eb('open_reports', '+', 1),
            first_open_report_at: sql<Date>`coalesce(first_open_report_at, now())`,
            ...(hides && { hidden_at: sql<Date>`now()`, hidden_by: 'reports' as const }),
          }))
          .where('id', '=', commentId)
          .execute()
        if (hides) await recountRows(tx, [countedComment(comment, -1)])
      })
    },

    /** At most `limit + 1` comments with open reports after the keyset, longest waiting first. */
    async listQueue({ after, limit }: { after: TimeKeyset | undefined; limit: number }) {
      let rows = db
        .selectFrom('comments as c')
        .innerJoin('problems as p', 'p.id', 'c.problem_id')
        .select(['c.id', 'p.slug as problem', 'c.learner_id', 'c.author_name', 'c.body', 'c.tag'])
        .select(['c.created_at', 'c.hidden_at', 'c.first_open_report_at'])
        .select(exactTime('c.first_open_report_at').as('exact_time'))
        .where('c.open_reports', '>', 0)
        .where('c.first_open_report_at', 'is not', null)
        .$narrowType<QueuedRow>()
      if (after)
        rows = rows.where(isBeyond({ time: 'c.first_open_report_at', id: 'c.id', order: 'oldest', after }))
      return rows
        .orderBy('c.first_open_report_at')
        .orderBy('c.id')
        .limit(limit + 1)
        .execute()
    },

    /** The open reports of some comments, oldest first. A comment is hidden before it has many. */
    async listReports({ commentIds }: { commentIds: string[] }): Promise<ReportRow[]> {
      if (commentIds.length === 0) return []
      return db
        .selectFrom('comment_reports')
        .select(['comment_id', 'reason', 'note', 'created_at'])
        .where(sql<boolean>`comment_id = any(${commentIds}::uuid[])`)
        .where('resolved_at', 'is', null)
        .orderBy('created_at')
        .limit(commentIds.length * REPORTS_TO_HIDE)
        .execute()
    },

    /**
     * Carries out a moderator's decision, settles the reports and writes the log: all or nothing.
     *
     * @throws 404 `comment.not_found`, 409 `moderation.own_comment`
     */
    async decide(options: { commentId: string; moderatorId: string } & Decision): Promise<void> {
      const { commentId, moderatorId, action, reason } = options
      await db.transaction().execute(async (tx) => {
        const comment = await lockComment(tx, commentId)
        if (comment.learner_id === moderatorId) throw ownComment()
        const wasSeen = comment.hidden_at === null
        if (action === 'delete') await tx.deleteFrom('comments').where('id', '=', commentId).execute()
        else await settle(tx, { commentId, hide: action === 'hide' })
        const isSeen = action === 'keep'
        if (wasSeen !== isSeen) await recountRows(tx, [countedComment(comment, isSeen ? 1 : -1)])
        await tx
          .insertInto('moderation_log')
          .values({
            moderator_id: moderatorId,
            action,
            reason,
            comment_id: commentId,
            author_id: comment.learner_id,
            comment_body: comment.body,
          })
          .execute()
      })
    },

    /** At most `limit + 1` entries of the log after the keyset, newest first. */
    async listLog({ after, limit }: { after: TimeKeyset | undefined; limit: number }) {
      let rows = db
        .selectFrom('moderation_log')
        .select(['id', 'moderator_id', 'action', 'reason', 'comment_id', 'comment_body', 'created_at'])
        .$narrowType<LogRow>()
      if (after) rows = rows.where(isBeyond({ time: 'created_at', id: 'id', order: 'newest', after }))
      return rows
        .select(exactTime('created_at').as('exact_time'))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    },
  }
}

/** Holds the comment until the transaction ends, so that sight and counts change together and once. */
async function lockComment(tx: Db, id: string) {
  const row = await tx
    .selectFrom('comments')
    .select(['learner_id', 'problem_id', 'body', 'tag', 'hidden_at', 'open_reports'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw commentNotFound()
  return row
}

async function refuseFlood(tx: Db, learnerId: string): Promise<void> {
  const today = await tx
    .selectFrom('comment_reports')
    .select('comment_id')
    .where('learner_id', '=', learnerId)
    .where('created_at', '>', sql<Date>`now() - interval '1 day'`)
    .limit(REPORTS_PER_DAY + 1)
    .execute()
  if (today.length > REPORTS_PER_DAY) throw tooManyReports()
}

async function settle(tx: Db, { commentId, hide }: { commentId: string; hide: boolean }): Promise<void> {
  await tx
    .updateTable('comments')
    .set({
      open_reports: 0,
      first_open_report_at: null,
      hidden_at: hide ? sql<Date>`coalesce(hidden_at, now())` : null,
      hidden_by: hide ? 'moderator' : null,
    })
    .where('id', '=', commentId)
    .execute()
  await tx
    .updateTable('comment_reports')
    .set({ resolved_at: sql<Date>`now()` })
    .where('comment_id', '=', commentId)
    .where('resolved_at', 'is', null)
    .execute()
}
