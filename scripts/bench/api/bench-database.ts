import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, migrate, openPostgres } from '../../../db/src/index.ts'
import { loadSeeds } from '../../../seeds/src/index.ts'

export type BenchDatabase = { url: string; database: Database; drop: () => Promise<void> }

/** The server that benchmarks may make databases on; absent, they say what they need and end. */
export function benchServerUrl(): string {
  const url = process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL
  if (url) return url
  console.error(
    'This benchmark needs PostgreSQL: set BENCH_DATABASE_URL to a server where it may create a database.',
  )
  process.exit(1)
}

/** A database of the benchmark's own: migrated, seeded, and dropped at the end. */
export async function createBenchDatabase(serverUrl: string): Promise<BenchDatabase> {
  const name = `codify_bench_${randomUUID().replaceAll('-', '')}`
  const server = openPostgres({ databaseUrl: serverUrl, poolSize: 1 })
  await sql`create database ${sql.id(name)}`.execute(server.db)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = openPostgres({ databaseUrl: url.href, poolSize: 4 })
  await migrate(database.db)
  await loadSeeds(database.db)
  return {
    url: url.href,
    database,
    drop: async () => {
      await database.close()
      await sql`drop database ${sql.id(name)} with (force)`.execute(server.db)
      await server.close()
    },
  }
}

/** 400 problems, 100,000 learners with ten upvotes each, 40,000 comments, and the counts that are kept of them. */
export async function fillCommunity({ db }: Database): Promise<void> {
  const learner = sql`md5('learner ' || l)::uuid`
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`
      insert into problems (id, slug, number, title, url, topic, difficulty, patterns, minutes, lists, acceptance, source, premium)
      select md5('problem ' || n)::uuid, 'bench-problem-' || n, 100000 + n, 'Bench problem ' || n, url, topic, difficulty,
        patterns, minutes, lists, acceptance, source, premium
      from generate_series(1, 400 - (select count(*)::int from problems where retired_at is null)) n,
        (select * from problems where slug = 'two-sum') like_this`.execute(tx)
    await sql`insert into problem_stats (problem_id) select id from problems on conflict do nothing`.execute(
      tx,
    )
    await sql`
      with numbered as (select id, row_number() over (order by number) - 1 as place from problems where retired_at is null)
      insert into upvotes (learner_id, problem_id, level)
      select ${learner}, p.id, (array['beginner', 'intermediate', 'advanced'])[1 + l % 3]
      from generate_series(1, 100000) l, generate_series(0, 9) k
      join numbered p on true
      where p.place = (l * 13 + k * 41) % 400`.execute(tx)
    await sql`
      insert into comments (problem_id, learner_id, author_name, body, tag, created_at)
      select p.id, ${learner}, 'Learner ' || l, 'A remark of some length, number ' || l || ', that says how it went.',
        (array['too_hard', 'good_intro', 'pattern_practice', null])[1 + l % 4], now() - make_interval(secs => l)
      from generate_series(1, 100) l, problems p`.execute(tx)
    await sql`
      update problem_stats s set upvotes = u.all_, upvotes_beginner = u.b, upvotes_intermediate = u.i, upvotes_advanced = u.a
      from (select problem_id, count(*) as all_, count(*) filter (where level = 'beginner') as b,
          count(*) filter (where level = 'intermediate') as i, count(*) filter (where level = 'advanced') as a
        from upvotes group by problem_id) u
      where u.problem_id = s.problem_id`.execute(tx)
    await sql`
      update problem_stats s set comments = c.all_, too_hard = c.h, good_intro = c.g, pattern_practice = c.p
      from (select problem_id, count(*) as all_, count(*) filter (where tag = 'too_hard') as h,
          count(*) filter (where tag = 'good_intro') as g, count(*) filter (where tag = 'pattern_practice') as p
        from comments group by problem_id) c
      where c.problem_id = s.problem_id`.execute(tx)
  })
  await sql`vacuum analyze`.execute(db)
}
