import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { holdLearner } from '../../../shared/hold-learner.ts'
import { insertAttempt, retractAttempt } from '../../attempts/attempts.repository.ts'
import { writeKnownTopic } from '../../intake/intake.repository.ts'
import type { PlanJson } from '../plans.schemas.ts'
import type { ChangeCause, ChangeSet } from './plan-changes.schemas.ts'

export type PlanChangesRepository = ReturnType<typeof createPlanChangesRepository>

/** How many changes of a plan can be undone. */
const KEPT = 30

type Expected = { learnerId: string; planId: string; revision: number }

/** Thrown within a transaction to leave nothing behind when someone else was faster. */
class Overtaken extends Error {}

export function createPlanChangesRepository({ db }: { db: Db }) {
  return {
    /**
     * Changes a plan that is still as it was read, and keeps what it was; false when it is not. A skipped problem is
     * recorded with it, and a skipped topic remembered.
     */
    async save(
      change: Expected & {
        before: PlanJson
        plan: PlanJson
        cause: ChangeCause
        changes: ChangeSet
        repairedOn: string | null
        skipped: { problem: { id: string; slug: string }; itemId: string } | null
        knownTopic: string | null
        now: Date
      },
    ): Promise<boolean> {
      const { learnerId, planId, revision, skipped, now } = change
      return unlessOvertaken(db, async (tx) => {
        await holdLearner(tx, learnerId)
        await write(tx, change)
        const attempt =
          skipped &&
          (await insertAttempt({
            tx,
            learnerId,
            problem: skipped.problem,
            idempotencyKey: undefined,
            attempt: {
              outcome: 'skipped',
              minutes: null,
              rating: null,
              hints_used: null,
              item_id: skipped.itemId,
              started_at: null,
            },
            now,
          }))
        await tx
          .insertInto('plan_revisions')
          .values({
            plan_id: planId,
            revision: revision + 1,
            learner_id: learnerId,
            cause: change.cause,
            changes: JSON.stringify(change.changes),
            plan_json: JSON.stringify(change.before),
            attempt_id: attempt?.id ?? null,
            known_topic: change.knownTopic,
            created_at: now,
          })
          .execute()
        await sql`
          delete from plan_revisions where plan_id = ${planId} and revision < (
            select revision from plan_revisions where plan_id = ${planId}
            order by revision desc offset ${KEPT - 1} limit 1)`.execute(tx)
      })
    },

    /** Brings a plan up to date where nothing worth undoing changed. */
    async touch(change: Expected & { plan: PlanJson; repairedOn: string | null }): Promise<boolean> {
      return unlessOvertaken(db, (tx) => write(tx, change))
    },

    /** Notes that the plan needs nothing on this day. */
    async markRepaired({ learnerId, planId, revision, repairedOn }: Expected & { repairedOn: string }) {
      await db
        .updateTable('plans')
        .set({ repaired_on: repairedOn })
        .where('learner_id', '=', learnerId)
        .where('id', '=', planId)
        .where('revision', '=', revision)
        .execute()
    },

    /**
     * Puts back what the plan was before its newest change, with what was recorded by it; false when `revision` is not
     * the newest.
     */
    async undo({
      learnerId,
      revision,
      now,
    }: {
      learnerId: string
      revision: number
      now: Date
    }): Promise<boolean> {
      return unlessOvertaken(db, async (tx) => {
        await holdLearner(tx, learnerId)
        const newest = await tx
          .selectFrom('plan_revisions as r')
          .innerJoin('plans as p', 'p.id', 'r.plan_id')
          .select(['r.plan_id', 'r.revision', 'r.plan_json', 'r.attempt_id', 'r.known_topic'])
          .select('p.revision as current')
          .where('p.learner_id', '=', learnerId)
          .where('p.status', '=', 'current')
          .orderBy('r.revision', 'desc')
          .limit(1)
          .executeTakeFirst()
        if (newest?.revision !== revision) throw new Overtaken()
        const changed = await tx
          .updateTable('plans')
          .set({ plan_json: JSON.stringify(newest.plan_json), revision: newest.current + 1 })
          .where('learner_id', '=', learnerId)
          .where('id', '=', newest.plan_id)
          .where('revision', '=', newest.current)
          .executeTakeFirst()
        if (changed.numUpdatedRows !== 1n) throw new Overtaken()
        await tx
          .deleteFrom('plan_revisions')
          .where('plan_id', '=', newest.plan_id)
          .where('revision', '=', revision)
          .execute()
        if (newest.attempt_id !== null)
          await retractAttempt({ tx, learnerId, attemptId: newest.attempt_id, now })
        if (newest.known_topic !== null)
          await writeKnownTopic({ db: tx, learnerId, topic: newest.known_topic, known: false })
      })
    },
  }
}

async function write(
  tx: Db,
  change: Expected & { plan: PlanJson; repairedOn: string | null },
): Promise<void> {
  const { learnerId, planId, revision, plan, repairedOn } = change
  const result = await tx
    .updateTable('plans')
    .set({
      plan_json: JSON.stringify(plan),
      revision: revision + 1,
      ...(repairedOn === null ? {} : { repaired_on: repairedOn }),
    })
    .where('learner_id', '=', learnerId)
    .where('id', '=', planId)
    .where('status', '=', 'current')
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Overtaken()
}

async function unlessOvertaken(db: Db, work: (tx: Db) => Promise<void>): Promise<boolean> {
  try {
    await db.transaction().execute(work)
    return true
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  }
}
