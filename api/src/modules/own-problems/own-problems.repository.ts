import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { startCounts } from '../problems/problem-counts.repository.ts'
import { ownProblemExists, tooManyOwnProblems } from './own-problems.errors.ts'
import { OWN_PROBLEMS_MAX, type OwnProblemInput } from './own-problems.schemas.ts'

export type OwnProblemsRepository = ReturnType<typeof createOwnProblemsRepository>

type Owned = { learnerId: string; id: string }

export function createOwnProblemsRepository({ db }: { db: Db }) {
  return {
    /** Ids of at most `limit + 1` of the learner's own problems, newest first. */
    async list(options: { learnerId: string; after: number | undefined; limit: number }) {
      let rows = db
        .selectFrom('problems')
        .select(['id', 'number'])
        .where('owner_id', '=', options.learnerId)
        .where('retired_at', 'is', null)
      if (options.after !== undefined) rows = rows.where('number', '<', options.after)
      return rows
        .orderBy('number', 'desc')
        .limit(options.limit + 1)
        .execute()
    },

    /**
     * Adds a problem that the learner alone sees.
     *
     * @throws 409 `own_problem.exists` for a link added before, `own_problem.limit`
     */
    async create({ learnerId, problem }: { learnerId: string; problem: OwnProblemInput }): Promise<string> {
      return db.transaction().execute(async (tx) => {
        const before = await tx
          .selectFrom('problems')
          .select('url')
          .where('owner_id', '=', learnerId)
          .where('retired_at', 'is', null)
          .limit(OWN_PROBLEMS_MAX)
          .execute()
        if (before.length === OWN_PROBLEMS_MAX) throw tooManyOwnProblems()
        const id = uuidv7()
        const added = await tx
          .insertInto('problems')
          .values({ ...toRow({ id, learnerId }), ...problem })
          .onConflict((on) =>
            on
              .columns(['owner_id', 'url'])
              .where('owner_id', 'is not', null)
              .where('retired_at', 'is', null)
              .doNothing(),
          )
          .returning('id')
          .executeTakeFirst()
        if (!added) throw ownProblemExists()
        await startCounts(tx, [id])
        return id
      })
    },

    /**
     * Updates a problem of the learner's own. Returns false if there is none; throws if the link is another problem's.
     */
    async update({
      learnerId,
      id,
      change,
    }: Owned & { change: { [Field in keyof OwnProblemInput]?: OwnProblemInput[Field] | undefined } }) {
      return db.transaction().execute(async (tx) => {
        if (change.url !== undefined) {
          const same = await tx
            .selectFrom('problems')
            .select('id')
            .where('owner_id', '=', learnerId)
            .where('url', '=', change.url)
            .where('retired_at', 'is', null)
            .where('id', '!=', id)
            .executeTakeFirst()
          if (same) throw ownProblemExists()
        }
        const changed = await tx
          .updateTable('problems')
          .set(change)
          .where('id', '=', id)
          .where('owner_id', '=', learnerId)
          .where('retired_at', 'is', null)
          .executeTakeFirst()
        return changed.numUpdatedRows > 0n
      })
    },

    /** Deletes the problem; one that was practised or planned stays where it is named, as a retired one of the catalogue does. */
    async remove({ learnerId, id }: Owned): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const retired = await tx
          .updateTable('problems')
          .set({ retired_at: sql<Date>`now()` })
          .where('id', '=', id)
          .where('owner_id', '=', learnerId)
          .where('retired_at', 'is', null)
          .executeTakeFirst()
        await tx
          .deleteFrom('problems')
          .where('id', '=', id)
          .where('owner_id', '=', learnerId)
          .where(
            sql<boolean>`not exists (select from attempts where problem_id = ${id})
              and not exists (
                select from plans where learner_id = ${learnerId} and plan_json::text like ${`%${id}%`}
              )
              and not exists (
                select from plan_revisions where learner_id = ${learnerId} and plan_json::text like ${`%${id}%`}
              )`,
          )
          .execute()
        return retired.numUpdatedRows > 0n
      })
    },
  }
}

/** Returns the columns that the owner does not set. The address does not give the title away. */
export function toRow({ id, learnerId }: { id: string; learnerId: string }) {
  return {
    id,
    owner_id: learnerId,
    slug: `own-${id}`,
    number: sql<number>`nextval('own_problem_numbers')`,
    patterns: [],
    lists: [],
    acceptance: 0,
    source: 'own',
    premium: false,
  }
}
