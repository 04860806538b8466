import { type RawBuilder, sql } from 'kysely'
import { exactTime } from '../../shared/time-keyset.ts'
import type { Intake } from '../intake/intake.schemas.ts'
import type { AttemptFact, CatalogueProblem, KnowledgeFact } from '../plans/plans.facts.ts'
import type { ProblemCounts } from './retrieval.models.ts'

/** How many learners must stand behind a figure that is told. */
export const AT_LEAST = 3

/** Wraps the rows of a query into one JSON value, so that several queries go to the database as one statement. */
export function inJson<Row>(query: RawBuilder<Row>): RawBuilder<Row[]> {
  return sql`(select coalesce(json_agg(to_json(found)), '[]') from (${query}) found)`
}

export type DaysRow = { day_start_hour: number | null; breaks: unknown }

/** When the learner's days begin, and their days off that are not long over. */
export function daysSql({ learnerId, now }: { learnerId: string; now: Date }): RawBuilder<DaysRow> {
  return sql`
    select (select day_start_hour from learner_settings where learner_id = ${learnerId}) as day_start_hour,
      (select jsonb_agg(jsonb_build_object('from', b.from_date, 'to', b.to_date) order by b.from_date, b.to_date)
        from breaks b where b.learner_id = ${learnerId}
          and b.to_date >= (${now}::timestamptz - interval '3 days')::date) as breaks`
}

export function ownProblemsSql({ learnerId }: { learnerId: string }): RawBuilder<CatalogueProblem> {
  return sql`
    select id, slug, number, title, topic, difficulty, patterns, minutes, lists, premium from problems
    where retired_at is null and owner_id = ${learnerId} order by number`
}

/** An attempt with its moment in milliseconds too: the database knows no learner's day. */
export type AttemptRow = Omit<AttemptFact, 'date'> & { at_ms: number }

/** The learner's newest attempts `a` that stand, newest first; `within` says which of them. */
export function attemptsSql({
  learnerId,
  limit,
  within = sql`true`,
}: {
  learnerId: string
  limit: number
  within?: RawBuilder<boolean>
}): RawBuilder<AttemptRow> {
  return sql`
    select a.id, p.slug, a.outcome, a.minutes, a.rating, a.hints_used, a.item_id,
      p.minutes as estimated, ${exactTime('a.created_at')} as at,
      (extract(epoch from a.created_at) * 1000)::float8 as at_ms
    from attempts a join problems p on p.id = a.problem_id
    where a.learner_id = ${learnerId} and a.retracted_at is null and ${within}
    order by a.created_at desc, a.id desc limit ${limit}`
}

/** Counts of every problem that has enough of any, as one value: `levelUpvotes` are those of learners of this level. */
export function countsSql({
  level,
  atLeast,
}: {
  level: Intake['level']
  atLeast: number
}): RawBuilder<ProblemCounts[]> {
  return sql`(
    select coalesce(json_agg(json_build_array(
      problem_id, upvotes, too_hard, good_intro, pattern_practice, ${sql.ref(`upvotes_${level}`)})), '[]')
    from problem_stats where greatest(upvotes, too_hard, good_intro, pattern_practice) >= ${atLeast})`
}

/** Topics that near learners found hard and finished; figures with too few learners are left out. */
export function similarTopicsSql({
  near,
}: {
  near: string[]
}): RawBuilder<{ ref: string; of: number; found_hard: number; finished: number }> {
  return sql`
    with active as (
      select p.topic, g.learner_id,
        bool_or(g.status in ('stuck', 'tried') and g.solved_at is null) as found_hard,
        count(*) filter (where g.solved_at is not null) >= 3 as finished
      from problem_progress g
      join problems p on p.id = g.problem_id and p.owner_id is null
      where g.learner_id = any(${near}::uuid[])
      group by p.topic, g.learner_id
    )
    select topic as ref, count(*)::int as of,
      (count(*) filter (where found_hard))::int as found_hard,
      (count(*) filter (where finished))::int as finished
    from active group by topic having count(*) >= ${AT_LEAST} order by topic`
}

/** The same by problem, with upvotes; the most telling hundred. */
export function similarProblemsSql({
  near,
}: {
  near: string[]
}): RawBuilder<{ ref: string; of: number; found_hard: number; finished: number; upvoted: number }> {
  return sql`
    with marks as (
      select g.problem_id, (g.status = 'stuck')::int as hard, (g.solved_at is not null)::int as solved, 0 as up
      from problem_progress g where g.learner_id = any(${near}::uuid[])
      union all
      select u.problem_id, 0, 0, 1 from upvotes u where u.learner_id = any(${near}::uuid[])
    )
    select p.slug as ref, ${near.length}::int as of, sum(hard)::int as found_hard,
      sum(solved)::int as finished, sum(up)::int as upvoted
    from marks m join problems p on p.id = m.problem_id and p.owner_id is null
    group by p.slug having greatest(sum(hard), sum(solved), sum(up)) >= ${AT_LEAST}
    order by greatest(sum(hard), sum(solved), sum(up)) desc, p.slug limit 100`
}

/** Notes nearest in meaning to the learner's profile; empty when notes and profile have different models. */
export function knowledgeNearSql({
  learnerId,
  limit,
}: {
  learnerId: string
  limit: number
}): RawBuilder<KnowledgeFact> {
  return sql`
    select k.topic, k.heading, k.body from knowledge_chunks k, intake_profiles me
    where me.learner_id = ${learnerId} and k.embedding_model = me.embedding_model
    order by k.embedding <=> me.embedding, k.topic, k.position limit ${limit}`
}

export function knowledgeOfSql({ topics }: { topics: string[] }): RawBuilder<KnowledgeFact> {
  return sql`
    select topic, heading, body from knowledge_chunks where topic = any(${topics}::text[]) order by topic, position`
}
