import { sql } from 'kysely'
import type { Db } from '../../../db/src/index.ts'

const CENTRES = 200
const NOISES = 1_009

/** One in a hundred has another model, and six learners one of their own: five for each of them to find. */
const MODEL = sql`case when l <= 6 then 'six' when l % 100 = 0 then 'rare' else 'usual' end`

/**
 * So many profiles in 200 clusters. Vectors are sums of a centre and three of a thousand small ones, which the
 * database adds up faster than anyone could send it as many; the profiles before are gone.
 */
export async function fillProfiles(db: Db, count: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select setseed(0.5)`.execute(tx)
    await sql`drop index if exists intake_profiles_embedding`.execute(tx)
    await sql`truncate intake_profiles`.execute(tx)
    await sql`create temporary table pieces (kind text, n int, v vector(1536), primary key (kind, n)) on commit drop`.execute(
      tx,
    )
    for (const [kind, pieces, size] of [
      ['centre', CENTRES, 1],
      ['noise', NOISES, 0.35],
    ] as const)
      await sql`
        insert into pieces select ${kind}, n - 1, (
          select array_agg(${size} * (random() + random() + random() - 1.5))::vector from generate_series(1 + n * 0, 1536)
        ) from generate_series(1, ${pieces}::int) n`.execute(tx)
    await sql`
      insert into intake_profiles (learner_id, level, role_target, timeline_weeks, hours_per_week, topic_confidence,
        weaknesses, constraints, past_experience, study_days, time_zone, known_topics, allow_premium, embedding, embedding_model)
      select md5('learner ' || l)::uuid, 'beginner', '{Engineer}', 4, 8, '{}', '{}', '', '', '{1,2,3}', 'UTC', '{}', false,
        c.v + x.v + y.v + z.v, ${MODEL}
      from generate_series(1, ${count}::int) l
      join pieces c on c.kind = 'centre' and c.n = l % ${CENTRES}
      join pieces x on x.kind = 'noise' and x.n = l % ${NOISES}
      join pieces y on y.kind = 'noise' and y.n = (l::bigint * 7919 + l / 13) % ${NOISES}
      join pieces z on z.kind = 'noise' and z.n = (l::bigint * 104729 + l / 101) % ${NOISES}`.execute(tx)
  })
}

/**
 * The index as the migrations make it, by one worker, and the seconds that it took. All of it has to fit into the memory
 * for maintenance while it is built (some 4 kB a profile): what does not is built on disk, far more slowly.
 */
export async function buildIndex(db: Db, count: number): Promise<number> {
  const megabytes = Math.max(1_024, Math.ceil(count / 200))
  const begun = performance.now()
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select set_config('maintenance_work_mem', ${`${megabytes}MB`}, true)`.execute(tx)
    await sql`set local max_parallel_maintenance_workers = 0`.execute(tx)
    await sql`create index intake_profiles_embedding on intake_profiles
      using hnsw ((embedding::halfvec(1536)) halfvec_cosine_ops)`.execute(tx)
  })
  await analyze(db)
  return (performance.now() - begun) / 1000
}

/** Gives every fifth profile the vector of another one of another cluster, in bites. */
export async function updateFifth(db: Db, count: number): Promise<number> {
  const begun = performance.now()
  const bite = 500
  for (let from = 1; from <= count; from += bite)
    await sql`
      update intake_profiles p set embedding = other.embedding + p.embedding * array_fill(0.5, array[1536])::vector
      from generate_series(${from}::int, ${from + bite - 1}::int) n
      join intake_profiles other on other.learner_id = md5('learner ' || 1 + (n + 77) % ${count}::int)::uuid
      where n % 5 = 0 and p.learner_id = md5('learner ' || n)::uuid`.execute(db)
  await analyze(db)
  return (performance.now() - begun) / 1000
}

async function analyze(db: Db): Promise<void> {
  await sql`analyze intake_profiles`.execute(db)
}
