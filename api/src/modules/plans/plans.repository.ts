import { randomUUID } from 'node:crypto'
import type { Db } from '@codify/db'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { holdLearner } from '../../shared/hold-learner.ts'
import { day } from '../../shared/schemas.ts'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import { toLearnerDay } from '../learner-day/learner-day.repository.ts'
import { dated } from '../retrieval/retrieval.repository.ts'
import { type PlanHead, type PlanText, toHead } from './plans.models.ts'
import {
  notReachedSchema,
  type Plan,
  type PlanJson,
  planItemSchema,
  planJsonSchema,
} from './plans.schemas.ts'
import { planTextSql, type TextRow } from './plans.sql.ts'

export type PlansRepository = ReturnType<typeof createPlansRepository>

const head = ['id', 'generated_at', 'status', 'declined_at', 'revision'] as const
const columns = [...head, 'plan_json'] as const
/** The parts of a plan that the status of items rests on; a plan was checked when it was stored, and to read all of it again takes longer. */
const readPlanSchema = z.object({
  weeks: z.array(
    z.object({
      days: z.array(
        z.object({
          date: day,
          problems: z.array(notReachedSchema.extend({ first_date: planItemSchema.shape.first_date })),
        }),
      ),
    }),
  ),
  end_date: day,
  not_reached: z.array(notReachedSchema).default([]),
})

export function createPlansRepository({ db }: { db: Db }) {
  async function readText(learnerId: string, which: RawBuilder<boolean>): Promise<PlanText | undefined> {
    const { rows } = await planTextSql(learnerId, which).execute(db)
    const [row] = rows
    return row && toText(row)
  }

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

    /** The current plan to be sent on. */
    async findCurrentText({ learnerId }: { learnerId: string }): Promise<PlanText | undefined> {
      return readText(learnerId, sql`plan.status = 'current'`)
    },

    /** One plan to be sent on. */
    async findText(options: { learnerId: string; planId: string }): Promise<PlanText | undefined> {
      return readText(options.learnerId, sql`plan.id = ${options.planId}`)
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

    /** Stores a plan as the learner's one proposal, in place of one that waits. */
    async propose({
      learnerId,
      plan,
      factsAt,
    }: {
      learnerId: string
      plan: PlanJson
      factsAt: Date
    }): Promise<Plan> {
      return db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        await tx
          .updateTable('plans')
          .set({ status: 'superseded' })
          .where('learner_id', '=', learnerId)
          .where('status', '=', 'proposed')
          .execute()
        const row = await tx
          .insertInto('plans')
          .values({
            learner_id: learnerId,
            generation_id: randomUUID(),
            status: 'proposed',
            generated_at: factsAt,
            plan_json: JSON.stringify(plan),
          })
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

function toText({ time_zone, unknown_time_zone, day_start_hour, ...row }: TextRow): PlanText {
  const { learnerDay } = toLearnerDay({ time_zone, unknown_time_zone, day_start_hour })
  const { weeks, end_date, not_reached } = readPlanSchema.parse(JSON.parse(row.plan_text))
  return {
    ...row,
    learnerDay,
    endDate: end_date,
    notReached: not_reached,
    items: weeks.flatMap(({ days }) =>
      days.flatMap(({ date, problems }) => problems.map((item) => ({ ...item, date }))),
    ),
    attempts: dated(row.attempts, learnerDay),
  }
}
