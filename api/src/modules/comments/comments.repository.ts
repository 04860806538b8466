import type { Db, Tables } from '@codify/db'
import { type ExpressionBuilder, sql } from 'kysely'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { commentNotFound, commentNotYours } from './comments.errors.ts'
import type { CommentRow } from './comments.models.ts'
import { type CommentTag, commentTags } from './comments.schemas.ts'

export type CommentsRepository = ReturnType<typeof createCommentsRepository>

const columns = ['id', 'learner_id', 'author_name', 'body', 'tag', 'created_at', 'updated_at'] as const

export function createCommentsRepository({ db }: { db: Db }) {
  return {
    /** At most `limit + 1` comments of a problem after the keyset. */
    async list(options: {
      problemId: string
      order: 'newest' | 'oldest'
      after: TimeKeyset | undefined
      limit: number
    }) {
      const { problemId, order, after, limit } = options
      const direction = order === 'newest' ? 'desc' : 'asc'
      let rows = db.selectFrom('comments').select(columns).where('problem_id', '=', problemId)
      if (after) rows = rows.where(isBeyond({ time: 'created_at', id: 'id', order, after }))
      return rows
        .select(exactTime('created_at').as('exact_time'))
        .orderBy('created_at', direction)
        .orderBy('id', direction)
        .limit(limit + 1)
        .execute()
    },

    async find({ id }: { id: string }): Promise<CommentRow | undefined> {
      return db.selectFrom('comments').select(columns).where('id', '=', id).executeTakeFirst()
    },

    /** Writes a comment and counts it in one statement. */
    async create(comment: {
      problemId: string
      learnerId: string
      authorName: string
      body: string
      tag: CommentTag | null
    }): Promise<CommentRow> {
      return db
        .with('counted', (cte) =>
          cte
            .updateTable('problem_stats')
            .set((eb) => recount(eb, { comments: 1, added: comment.tag, removed: null }))
            .where('problem_id', '=', comment.problemId)
            .returning('problem_id'),
        )
        .insertInto('comments')
        .values({
          problem_id: comment.problemId,
          learner_id: comment.learnerId,
          author_name: comment.authorName,
          body: comment.body,
          tag: comment.tag,
        })
        .returning(columns)
        .executeTakeFirstOrThrow()
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
        if (tag !== old.tag) {
          await tx
            .updateTable('problem_stats')
            .set((eb) => recount(eb, { comments: 0, added: tag, removed: old.tag }))
            .where('problem_id', '=', old.problem_id)
            .execute()
        }
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
        await tx
          .updateTable('problem_stats')
          .set((eb) => recount(eb, { comments: -1, added: null, removed: old.tag }))
          .where('problem_id', '=', old.problem_id)
          .execute()
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

function recount(
  eb: ExpressionBuilder<Tables, 'problem_stats'>,
  change: { comments: number; added: CommentTag | null; removed: CommentTag | null },
) {
  const steps = commentTags.map(
    (tag) => [tag, Number(change.added === tag) - Number(change.removed === tag)] as const,
  )
  const counts = steps.filter(([, step]) => step !== 0).map(([tag, step]) => [tag, eb(tag, '+', step)])
  return { comments: eb('comments', '+', change.comments), ...Object.fromEntries(counts) }
}
