import { sql } from 'kysely'
import { intakeSchema } from '../../../api/src/modules/intake/intake.schemas.ts'
import { anIntake } from '../../../api/src/modules/intake/testing.ts'
import { dayAt } from '../../../api/src/modules/learner-day/learner-day.models.ts'
import { makePlan } from '../../../api/src/modules/plans/make/planner.ts'
import type { Database } from '../../../db/src/index.ts'
import { readCatalogue } from '../../../seeds/src/index.ts'

/** These have a whole plan; the others a short one, for the disk's sake. */
export const LEARNERS_WITH_PLAN = 500
const learner = sql`md5('learner ' || l)::uuid`

/** 100,000 learners: intake, settings, a break, a plan, five attempts and their cards each. */
export async function fillLives({ db }: Database): Promise<void> {
  const plan = await somePlan(db)
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    const { level, role_target, timeline_weeks, hours_per_week, topic_confidence } = anIntake()
    await sql`
      insert into intake_profiles (learner_id, level, role_target, timeline_weeks, hours_per_week, topic_confidence,
        weaknesses, constraints, past_experience, regeneration_answers, study_days, time_zone, known_topics, allow_premium)
      select ${learner}, ${level}, ${role_target}::text[], ${timeline_weeks}, ${hours_per_week},
        ${JSON.stringify(topic_confidence)}::jsonb, '{}', '', '', '[]', '{1,2,3,4,5,6,7}', 'UTC', '{}', false
      from generate_series(1, 100000) l`.execute(tx)
    await sql`insert into learner_settings (learner_id) select ${learner} from generate_series(1, 100000) l`.execute(
      tx,
    )
    await sql`
      insert into breaks (learner_id, from_date, to_date)
      select ${learner}, current_date + 60, current_date + 70 from generate_series(1, 100000) l`.execute(tx)
    await sql`
      insert into plans (learner_id, generation_id, status, plan_json)
      select ${learner}, gen_random_uuid(), 'current',
        case when l <= ${LEARNERS_WITH_PLAN} then ${plan}::jsonb else '{"weeks": []}'::jsonb end
      from generate_series(1, 100000) l`.execute(tx)
    await sql`
      with numbered as (select id, row_number() over (order by number) - 1 as place from problems where retired_at is null),
        size as (select count(*) as of from numbered)
      insert into attempts (learner_id, problem_id, outcome, minutes, rating, created_at)
      select ${learner}, p.id, 'solved', 20 + k, 'good', now() - make_interval(days => 2 + k)
      from generate_series(1, 100000) l, generate_series(1, 5) k
      join numbered p on true cross join size
      where p.place = (l * 13 + k * 7) % size.of`.execute(tx)
    await sql`
      insert into problem_progress (learner_id, problem_id, status, solved_at, last_attempt_at)
      select learner_id, problem_id, 'solved', max(created_at), max(created_at) from attempts group by 1, 2`.execute(
      tx,
    )
    await sql`
      insert into review_cards (learner_id, problem_id, due, stability, difficulty, state, reps, lapses, last_review)
      select learner_id, problem_id, max(created_at) + interval '3 days', 3, 5, 2, 1, 0, max(created_at)
      from attempts group by 1, 2`.execute(tx)
  })
  await sql`vacuum analyze`.execute(db)
}

/** Turns every plan back to where its last look was a day ago. */
export async function missADay({ db }: Database): Promise<void> {
  await sql`
    update plans set repaired_on = current_date - 2
    where jsonb_array_length(plan_json -> 'weeks') > 0`.execute(db)
}

/** A plan that began yesterday, with the ids of this database's problems. */
async function somePlan(db: Database['db']): Promise<string> {
  const basis = await readCatalogue()
  const stored = await db.selectFrom('problems').select(['id', 'slug']).execute()
  const ids = new Map(stored.map(({ id, slug }) => [slug, id]))
  const problems = basis.problems.map((problem) => ({ ...problem, id: ids.get(problem.slug) ?? problem.id }))
  const yesterday = new Date(Date.now() - 86_400_000)
  const intake = intakeSchema.parse({ ...anIntake(), study_days: [1, 2, 3, 4, 5, 6, 7], time_zone: 'UTC' })
  const facts = {
    ...basis,
    problems,
    intake,
    answers: [],
    attempts: [],
    community: [],
    similar: [],
    previous: null,
  }
  const date = dayAt(yesterday, { timeZone: 'UTC', dayStartHour: 0 })
  return JSON.stringify(
    makePlan({ facts: { ...facts, today: date }, proposal: null, model: null, seed: 'bench' }),
  )
}
