import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { holdLearner } from '../../shared/hold-learner.ts'
import { tokenScopeSchema } from '../../shared/token-scopes.ts'

export type TokensRepository = ReturnType<typeof createTokensRepository>

const shownColumns = ['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_on'] as const
const scopesSchema = z.array(tokenScopeSchema)

/** Of tokens made by a session that still counted when they were made. */
const sessionCounts = sql<boolean>`not exists (
  select from learner_sessions s
  where s.learner_id = personal_tokens.learner_id and s.not_before > personal_tokens.session_began)`

export function createTokensRepository({ db }: { db: Db }) {
  return {
    /** The learner's tokens, newest first. */
    async list({ learnerId }: { learnerId: string }) {
      const rows = await db
        .selectFrom('personal_tokens')
        .select(shownColumns)
        .where('learner_id', '=', learnerId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(withScopes)
    },

    async find({ learnerId, id }: { learnerId: string; id: string }) {
      const row = await db
        .selectFrom('personal_tokens')
        .select(shownColumns)
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && withScopes(row)
    },

    /** Tokens that begin like this and have not expired, with what tells them apart. */
    async findByPrefix({ prefix, now }: { prefix: string; now: Date }) {
      const rows = await db
        .selectFrom('personal_tokens')
        .select([...shownColumns, 'learner_id', 'learner_name', 'token_hash', 'session_began'])
        .where('prefix', '=', prefix)
        .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .where(sessionCounts)
        .execute()
      return rows.map(withScopes)
    },

    /**
     * Adds a token unless the learner has `max` of them (expired ones give way); undefined then. The token of a session
     * that ends meanwhile is added and opens nothing.
     */
    async create(options: {
      learnerId: string
      learnerName: string
      token: { name: string; prefix: string; hash: Buffer; scopes: string[]; expiresAt: Date | null }
      sessionBegan: Date
      max: number
      now: Date
    }) {
      const { learnerId, learnerName, token, sessionBegan, max, now } = options
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        const held = await tx
          .selectFrom('personal_tokens')
          .select(['id', 'expires_at'])
          .where('learner_id', '=', learnerId)
          .execute()
        const expired = held.filter(({ expires_at }) => expires_at !== null && expires_at <= now)
        if (held.length >= max && expired.length > 0)
          await tx
            .deleteFrom('personal_tokens')
            .where(sql<boolean>`id = any(${expired.map(({ id }) => id)}::uuid[])`)
            .execute()
        if (held.length - expired.length >= max) return undefined
        const row = await tx
          .insertInto('personal_tokens')
          .values({
            learner_id: learnerId,
            learner_name: learnerName,
            name: token.name,
            prefix: token.prefix,
            token_hash: token.hash,
            scopes: token.scopes,
            session_began: sessionBegan,
            created_at: now,
            expires_at: token.expiresAt,
          })
          .returning(shownColumns)
          .executeTakeFirstOrThrow()
        return withScopes(row)
      })
    },

    /** Notes the day of the last use; a later day stays. */
    async markUsed({ id, day }: { id: string; day: string }): Promise<void> {
      await db
        .updateTable('personal_tokens')
        .set({ last_used_on: day })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', day)]))
        .execute()
    },

    /** Revokes a token of the learner. Returns false if there is none. */
    async remove({ learnerId, id }: { learnerId: string; id: string }): Promise<boolean> {
      const result = await db
        .deleteFrom('personal_tokens')
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

/** Ends every token of a learner, within the change of a caller. */
export async function removeTokens(tx: Db, learnerId: string): Promise<void> {
  await tx.deleteFrom('personal_tokens').where('learner_id', '=', learnerId).execute()
}

function withScopes<Row extends { scopes: string[] }>(row: Row) {
  return { ...row, scopes: scopesSchema.parse(row.scopes) }
}
