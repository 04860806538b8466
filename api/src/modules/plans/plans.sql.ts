import { type RawBuilder, sql } from 'kysely'
import type { LearnerDayRow } from '../learner-day/learner-day.repository.ts'
import { type AttemptRow, attemptsSql, inJson } from '../retrieval/retrieval.sql.ts'
import type { PlanText } from './plans.models.ts'

/** More than anybody records in the four weeks of a plan. */
const ATTEMPTS_MAX = 2_000

/** True for a plan that the learner follows or followed; false for a proposal that waits or was declined. */
export function isFollowedSql(plan: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${plan}.${name}`)
  return sql`(${column('status')} = 'current' or (${column('status')} = 'superseded' and (
    ${column('repaired_on')} is not null or ${column('revision')} > 0
    or exists (select from generations g where g.id = ${column('generation_id')} and g.accept))))`
}

export type TextRow = Omit<PlanText, 'learnerDay' | 'items' | 'notReached' | 'endDate' | 'attempts'> &
  LearnerDayRow & { attempts: AttemptRow[] }

/** One plan `plan` of the learner to be sent on, with all that the status of its items rests on. */
export function planTextSql(learnerId: string, which: RawBuilder<boolean>): RawBuilder<TextRow> {
  const since = sql<boolean>`
    a.created_at >= date_trunc('milliseconds', plan.generated_at) and (plan.status <> 'superseded' or a.created_at < coalesce(
      (select min(n.generated_at) from plans n
        where n.learner_id = plan.learner_id and n.generated_at > plan.generated_at and ${isFollowedSql('n')}), 'infinity'))`
  return sql`
    select plan.id, plan.generated_at, plan.status, plan.declined_at, plan.revision, plan.plan_json::text as plan_text,
      ${inJson(attemptsSql({ learnerId, limit: ATTEMPTS_MAX, within: since }))} as attempts,
      (select count(distinct a.problem_id)::int from attempts a
        where a.learner_id = plan.learner_id and a.outcome = 'solved' and a.retracted_at is null
          and a.created_at < plan.generated_at
          and a.created_at >= (select min(n.generated_at) from plans n where n.learner_id = plan.learner_id)
      ) as "solvedBefore",
      k.time_zone, k.unknown_time_zone, s.day_start_hour
    from plans plan
    left join intake_profiles k on k.learner_id = plan.learner_id
    left join learner_settings s on s.learner_id = plan.learner_id
    where plan.learner_id = ${learnerId} and ${which}`
}
