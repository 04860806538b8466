import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { day, uuid } from '../../shared/schemas.ts'
import { exactTime } from '../../shared/time-keyset.ts'
import type { LearnerDay } from '../learner-day/learner-day.models.ts'
import { type LearnerDayRow, toLearnerDay } from '../learner-day/learner-day.repository.ts'
import { type ChangeSet, changeCauses, changeSetSchema } from '../plans/changes/plan-changes.schemas.ts'
import { type PlanJson, planJsonSchema } from '../plans/plans.schemas.ts'

export type TodayRepository = ReturnType<typeof createTodayRepository>

const breaksSchema = z.array(z.object({ id: uuid, from: day, to: day }))
const causeSchema = z.enum(changeCauses)

type Row = LearnerDayRow & {
  hours_per_week: number | null
  study_days: number[] | null
  interview_date: string | null
  daily_review_cap: number | null
  plan_id: string | null
  revision: number | null
  made_at: string | null
  repaired_on: string | null
  plan_json: unknown
  breaks: unknown
  newest_revision: number | null
  cause: string | null
  changes: unknown
  changed_at: Date | null
}

export type CurrentPlan = {
  id: string
  revision: number
  /** The moment it was generated. */
  madeAt: string
  repairedOn: string | null
  plan: PlanJson
  newest: (ChangeSet & { revision: number; cause: (typeof changeCauses)[number]; at: Date }) | null
}
/** State of a learner's day, besides attempts. */
export type DayState = {
  /** Null before the first intake. */
  intake: { hoursPerWeek: number; studyDays: number[]; interviewDate: string | null } | null
  learnerDay: LearnerDay
  /** Stored text that is no time zone. */
  unknownTimeZone: string | null
  reviewCap: number | null
  /** Those that are not over, earliest first. */
  breaks: z.infer<typeof breaksSchema>
  current: CurrentPlan | null
}

export function createTodayRepository({ db }: { db: Db }) {
  return {
    /** All in one query; each part by its key. */
    async read({ learnerId, now }: { learnerId: string; now: Date }): Promise<DayState> {
      const { rows } = await sql<Row>`
        select i.time_zone, i.unknown_time_zone, i.hours_per_week, i.study_days, i.interview_date,
          s.day_start_hour, s.daily_review_cap,
          p.id as plan_id, p.revision, p.repaired_on, p.plan_json,
          ${exactTime('p.generated_at')} as made_at,
          (select jsonb_agg(jsonb_build_object('id', b.id, 'from', b.from_date, 'to', b.to_date) order by b.from_date)
            from breaks b where b.learner_id = me.id and b.to_date >= (${now}::timestamptz - interval '3 days')::date
          ) as breaks,
          r.revision as newest_revision, r.cause, r.changes, r.created_at as changed_at
        from (select ${learnerId}::uuid as id) me
        left join intake_profiles i on i.learner_id = me.id
        left join learner_settings s on s.learner_id = me.id
        left join plans p on p.learner_id = me.id and p.status = 'current'
        left join lateral (
          select revision, cause, changes, created_at from plan_revisions
          where plan_id = p.id order by revision desc limit 1
        ) r on true`.execute(db)
      const [row] = rows
      if (!row) throw new Error('one row always comes')
      return toState(row)
    },
  }
}

function toState(row: Row): DayState {
  const { hours_per_week, study_days } = row
  return {
    intake:
      hours_per_week === null || study_days === null
        ? null
        : {
            hoursPerWeek: hours_per_week,
            studyDays: study_days,
            interviewDate: row.interview_date,
          },
    ...toLearnerDay(row),
    reviewCap: row.daily_review_cap,
    breaks: breaksSchema.parse(row.breaks ?? []),
    current: toCurrent(row),
  }
}

function toCurrent(row: Row): CurrentPlan | null {
  if (row.plan_id === null || row.revision === null || row.made_at === null) return null
  return {
    id: row.plan_id,
    revision: row.revision,
    madeAt: row.made_at,
    repairedOn: row.repaired_on,
    plan: planJsonSchema.parse(row.plan_json),
    newest:
      row.newest_revision === null || row.changed_at === null
        ? null
        : {
            ...changeSetSchema.parse(row.changes),
            revision: row.newest_revision,
            cause: causeSchema.parse(row.cause),
            at: row.changed_at,
          },
  }
}
