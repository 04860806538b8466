import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { recountRows } from '../problems/problem-counts.repository.ts'
import { commentNotFound, commentNotYours } from './comments.errors.ts'
import { type CommentRow, countedComment, type RecentComment } from './comments.models.ts'
import type { CommentTag } from './comments.schemas.ts'

export type CommentsRepository = ReturnType<typeof createCommentsRepository>

/** How far back, and how much of it, the check against floods looks. */
const RECENT = { span: sql`interval '1 day'`, most: 500 }

const columns = [
  'id',
  'learner_id',
  'author_name',
  'body',
  'tag',
  'created_at',
  'updated_at',
  'hidden_at',
] as const

export function createCommentsRepository({ db, readDb }: { db: Db; readDb: Db }) {
  return {
    /** At most `limit + 1` comments of a problem after the keyset, as far as the reader may see them. */
    async list(options: {
      problemId: string
      readerId: string | undefined
      order: 'newest' | 'oldest'
      after: TimeKeyset | undefined
      limit: number
    }) {
      const { problemId, readerId, order, after, limit } = options
      const direction = order === 'newest' ? 'desc' : 'asc'
      let rows = (readerId === undefined ? readDb : db)
        .selectFrom('comments')
        .select(columns)
        .select(reportedBy(readerId).as('reported'))
        .where('problem_id', '=', problemId)
        .where(seenBy(readerId))
      if (after) rows = rows.where(isBeyond({ time: 'created_at', id: 'id', order, after }))
      return rows
        .select(exactTime('created_at').as('exact_time'))
        .orderBy('created_at', direction)
        .orderBy('id', direction)
        .limit(limit + 1)
        .execute()
    },

    async find({ id, readerId }: { id: string; readerId: string | undefined }) {
      return db
        .selectFrom('comments')
        .select(columns)
        .select(reportedBy(readerId).as('reported'))
        .where('id', '=', id)
        .where(seenBy(readerId))
        .executeTakeFirst()
    },

    /**
     * Writes a comment and counts it, unless `judge` throws on what the learner wrote within the last day or answers
     * the id of the comment that this one repeats. One learner's comments are written one after the other, so that
     * two at once are judged as well.
     */
    async create(options: {
      comment: {
        problemId: string
        learnerId: string
        authorName: string
        body: string
        tag: CommentTag | null
      }
      judge: (known: { recent: RecentComment[]; digest: string; now: Date }) => string | undefined
    }): Promise<CommentRow> {
      const { comment, judge } = options
      return db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`comments:${comment.learnerId}`}, 0))`.execute(
          tx,
        )
        const { digest, now } = await tx
          .selectNoFrom([
            sql<string>`md5(${comment.body})`.as('digest'),
            sql<Date>`clock_timestamp()`.as('now'),
          ])
          .executeTakeFirstOrThrow()
        const recent = await tx
          .selectFrom('comments')
          .select(['id', sql<string>`md5(body)`.as('digest'), 'problem_id', 'created_at'])
          .where('learner_id', '=', comment.learnerId)
          .where('created_at', '>', sql<Date>`now() - ${RECENT.span}`)
          // Imported comments were never public, so writing one again is no repetition.
          .where('hidden_by', 'is distinct from', 'import')
          .orderBy('created_at', 'desc')
          .limit(RECENT.most)
          .execute()
        const same = judge({ recent, digest, now })
        if (same !== undefined)
          return tx.selectFrom('comments').select(columns).where('id', '=', same).executeTakeFirstOrThrow()
        const created = await tx
          .insertInto('comments')
          .values({
            problem_id: comment.problemId,
            learner_id: comment.learnerId,
            author_name: comment.authorName,
            body: comment.body,
            tag: comment.tag,
          })
          .returning([...columns, 'problem_id'])
          .executeTakeFirstOrThrow()
        await recountRows(tx, [countedComment(created, 1)])
        return created
      })
    },

    /**
     * Changes the learner's own comment and moves the count of its tag with it.
     *
     * @throws 404 `comment.not_found`, 403 `comment.not_yours`
     */
    async update(options: {
      id: string
      learnerId: string
      change: { body?: string | undefined; tag?: CommentTag | null | undefined }
    }): Promise<CommentRow> {
      const { id, learnerId, change } = options
      return db.transaction().execute(async (tx) => {
        const old = await lockOwn(tx, { id, learnerId })
        const body = change.body ?? old.body
        const tag = change.tag === undefined ? old.tag : change.tag
        if (body === old.body && tag === old.tag) return old
        const changed = await tx
          .updateTable('comments')
          .set({ body, tag, updated_at: sql<Date>`now()` })
          .where('id', '=', id)
          .where('learner_id', '=', learnerId)
          .returning(columns)
          .executeTakeFirstOrThrow()
        if (old.hidden_at === null)
          await recountRows(tx, [countedComment(old, -1), countedComment({ ...old, tag }, 1)])
        return changed
      })
    },

    /**
     * Deletes the learner's own comment and takes it out of the counts.
     *
     * @throws 404 `comment.not_found`, 403 `comment.not_yours`
     */
    async remove({ id, learnerId }: { id: string; learnerId: string }): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const old = await lockOwn(tx, { id, learnerId })
        await tx.deleteFrom('comments').where('id', '=', id).where('learner_id', '=', learnerId).execute()
        if (old.hidden_at === null) await recountRows(tx, [countedComment(old, -1)])
      })
    },
  }
}

/** Holds the comment until the transaction ends, so that its tag is counted once however many change it at once. */
async function lockOwn(tx: Db, { id, learnerId }: { id: string; learnerId: string }) {
  const row = await tx
    .selectFrom('comments')
    .select([...columns, 'problem_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw commentNotFound()
  if (row.learner_id !== learnerId) throw commentNotYours()
  return row
}

/** A hidden comment is seen by its author alone. */
function seenBy(readerId: string | undefined) {
  return readerId === undefined
    ? sql<boolean>`hidden_at is null`
    : sql<boolean>`(hidden_at is null or learner_id = ${readerId}::uuid)`
}

function reportedBy(readerId: string | undefined) {
  return readerId === undefined
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from comment_reports r
        where r.comment_id = comments.id and r.learner_id = ${readerId}::uuid)`
}
