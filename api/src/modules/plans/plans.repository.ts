import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { type PlanHead, type PlanText, toHead } from './plans.models.ts'
import { type Plan, type PlanJson, planJsonSchema } from './plans.schemas.ts'

export type PlansRepository = ReturnType<typeof createPlansRepository>

const head = ['id', 'generated_at', 'status', 'declined_at', 'revision'] as const
const columns = [...head, 'plan_json'] as const
/** The plan as it was written, and checked then: who only sends it on need not take it apart. */
const planText = sql<string>`plan_json::text`.as('plan_text')

export function createPlansRepository({ db }: { db: Db }) {
  return {
    async findCurrent({ learnerId }: { learnerId: string }): Promise<Plan | undefined> {
      const row = await db
        .selectFrom('plans')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('status', '=', 'current')
        .executeTakeFirst()
      return row && toPlan(row)
    },

    async find({ learnerId, planId }: { learnerId: string; planId: string }): Promise<Plan | undefined> {
      const row = await db
        .selectFrom('plans')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('id', '=', planId)
        .executeTakeFirst()
      return row && toPlan(row)
    },

    /** The current plan to be sent on, and the slugs of its problems, each as often as it is planned. */
    async findCurrentText({ learnerId }: { learnerId: string }) {
      return db
        .selectFrom('plans')
        .select(head)
        .select(planText)
        .select(
          sql<string[]>`jsonb_path_query_array(plan_json, '$.weeks[*].days[*].problems[*].slug')`.as('slugs'),
        )
        .where('learner_id', '=', learnerId)
        .where('status', '=', 'current')
        .executeTakeFirst()
    },

    /** One plan to be sent on. */
    async findText(options: { learnerId: string; planId: string }): Promise<PlanText | undefined> {
      return db
        .selectFrom('plans')
        .select(head)
        .select(planText)
        .where('learner_id', '=', options.learnerId)
        .where('id', '=', options.planId)
        .executeTakeFirst()
    },

    /** At most `limit + 1` plans, newest first, without their days. */
    async list({
      learnerId,
      limit,
      after,
    }: {
      learnerId: string
      limit: number
      after: TimeKeyset | undefined
    }) {
      let rows = db
        .selectFrom('plans')
        .select(['id', 'generated_at', 'status', 'declined_at'])
        .select(exactTime('generated_at').as('generated_at_key'))
        .select(sql<string>`plan_json ->> 'start_date'`.as('start_date'))
        .select(sql<string>`plan_json ->> 'end_date'`.as('end_date'))
        .select(sql<string>`plan_json ->> 'source'`.as('source'))
        .select(sql<number>`jsonb_array_length(plan_json -> 'weeks')`.as('weeks'))
        .select(
          sql<number>`(
            select count(distinct slug) from jsonb_path_query(plan_json, '$.weeks[*].days[*].problems[*].slug') as slug
          )::int`.as('problems'),
        )
        .select(sql<number>`(plan_json #>> '{certificate,score}')::float8`.as('score'))
        .where('learner_id', '=', learnerId)
      if (after) rows = rows.where(isBeyond({ time: 'generated_at', id: 'id', order: 'newest', after }))
      return rows
        .orderBy('generated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    },

    /** Makes a waiting proposal the current plan, as `plan` has it; undefined when it is none. */
    async accept({
      learnerId,
      planId,
      plan,
    }: {
      learnerId: string
      planId: string
      plan: PlanJson
    }): Promise<Plan | undefined> {
      return db.transaction().execute(async (tx) => {
        const proposal = await tx
          .selectFrom('plans')
          .select('id')
          .where('learner_id', '=', learnerId)
          .where('id', '=', planId)
          .where('status', '=', 'proposed')
          .forUpdate()
          .executeTakeFirst()
        if (!proposal) return undefined
        await tx
          .updateTable('plans')
          .set({ status: 'superseded' })
          .where('learner_id', '=', learnerId)
          .where('status', '=', 'current')
          .execute()
        const row = await tx
          .updateTable('plans')
          .set({ status: 'current', plan_json: JSON.stringify(plan) })
          .where('learner_id', '=', learnerId)
          .where('id', '=', planId)
          .returning(columns)
          .executeTakeFirstOrThrow()
        return toPlan(row)
      })
    },

    /** Puts a waiting proposal aside; the current plan stays. */
    async decline({
      learnerId,
      planId,
      now,
    }: {
      learnerId: string
      planId: string
      now: Date
    }): Promise<Plan | undefined> {
      const row = await db
        .updateTable('plans')
        .set({ status: 'superseded', declined_at: now })
        .where('learner_id', '=', learnerId)
        .where('id', '=', planId)
        .where('status', '=', 'proposed')
        .returning(columns)
        .executeTakeFirst()
      return row && toPlan(row)
    },
  }
}

function toPlan({ plan_json, ...row }: PlanHead & { plan_json: unknown }): Plan {
  return { ...toHead(row), plan_json: planJsonSchema.parse(plan_json) }
}
