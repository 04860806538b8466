import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { day } from '../../shared/schemas.ts'
import { isFollowedSql } from '../plans/plans.sql.ts'

export type ProgressRepository = ReturnType<typeof createProgressRepository>

/** The newest plans that a look back rests on. */
const PLANS_MAX = 60

const datedMinutes = z.array(z.object({ date: day, minutes: z.int() }))
const plannedSchema = z.object({ start: day, end: day, days: datedMinutes, past: datedMinutes })
/** Planned minutes by day; `past` holds days that began before the plan was changed. */
export type StoredPlanDays = z.infer<typeof plannedSchema>

export function createProgressRepository({ db }: { db: Db }) {
  return {
    /** The minutes of each day of the plans that the learner followed, newest first; not of what waited or was declined. */
    async listPlannedDays({
      learnerId,
      since,
    }: {
      learnerId: string
      since: Date
    }): Promise<StoredPlanDays[]> {
      const { rows } = await sql`
        select p.plan_json ->> 'start_date' as start, p.plan_json ->> 'end_date' as end,
          coalesce((select jsonb_agg(jsonb_build_object('date', d -> 'date', 'minutes', d -> 'minutes'))
            from jsonb_path_query(p.plan_json, '$.weeks[*].days[*]') d), '[]') as days,
          coalesce(p.plan_json -> 'past', '[]') as past
        from plans p
        where p.learner_id = ${learnerId} and p.generated_at >= ${since} and ${isFollowedSql('p')}
        order by p.generated_at desc, p.id desc limit ${PLANS_MAX}`.execute(db)
      return rows.map((row) => plannedSchema.parse(row))
    },
  }
}
