import type { Db } from '@codify/db'
import { isEmbedded } from '@codify/db'
import { type RawBuilder, sql } from 'kysely'
import { toSql } from 'pgvector'
import { z } from 'zod'
import { day } from '../../shared/schemas.ts'
import type { Outcome } from '../attempts/attempts.schemas.ts'
import type { Intake } from '../intake/intake.schemas.ts'
import type { AttemptFact, CatalogueProblem, CommunityFact, KnowledgeFact } from '../plans/plans.facts.ts'

export type RetrievalRepository = ReturnType<typeof createRetrievalRepository>

export type ProblemStats = Omit<CommunityFact, 'weight'> & { level_upvotes: number }

/**
 * How many near profiles are asked, and how many of them must stand behind a figure that is told. The index looks among
 * more of them the more there are (those it misses are measured by `npm run bench -- vectors`).
 */
export const NEAREST = 40
const LOOKED_AT = { least: 100, most: 800, oneOf: 125 }
export const AT_LEAST = 3

const breaksSchema = z.array(z.object({ from: day, to: day }))

/** The hour at which the day of a learner begins who has chosen none (decision 074). */
export const DAY_START_HOUR = 0
const dayStartOf = (learnerId: string) => sql`
  coalesce((select day_start_hour from learner_settings where learner_id = ${learnerId}), ${DAY_START_HOUR}::int)::int`

const problemColumns = [
  'id',
  'slug',
  'number',
  'title',
  'topic',
  'difficulty',
  'patterns',
  'minutes',
  'lists',
  'premium',
] as const

export function createRetrievalRepository({ db }: { db: Db }) {
  let embedded: Promise<boolean> | undefined

  /** Profiles by how near they are to the learner's own, of the same model; `vector` says how they are compared. */
  function byNearness(learnerId: string, vector: RawBuilder<unknown>) {
    // The learner's own vector comes as a subquery, not a join: only then can the index order the rows.
    const own = sql`from intake_profiles where learner_id = ${learnerId}`
    return sql<{ learner_id: string }>`
      select learner_id from intake_profiles
      where learner_id <> ${learnerId} and embedding_model = (select embedding_model ${own})
      order by ${vector} <=> (select ${vector} ${own}) limit ${NEAREST}`
  }

  return {
    /**
     * The learners whose profiles are nearest to the learner's own, in no certain order: by the index on a server,
     * exactly on the embedded database.
     */
    async nearestLearners({ learnerId }: { learnerId: string }): Promise<string[]> {
      const exactly = byNearness(learnerId, sql.raw('embedding'))
      embedded ??= isEmbedded(db)
      if (await embedded) return idsOf(await exactly.execute(db))
      return db.transaction().execute(async (tx) => {
        await askTheIndex(tx)
        const near = idsOf(await byNearness(learnerId, sql.raw('embedding::halfvec(1536)')).execute(tx))
        // Fewer exist, or they are so rare that the index gave up: then they are few enough to compare all.
        if (near.length === NEAREST) return near
        await sql`set local enable_sort = on`.execute(tx)
        return idsOf(await exactly.execute(tx))
      })
    },

    /** What the learner added for themselves: to their own plans it is catalogue like the rest. */
    async listOwnProblems({ learnerId }: { learnerId: string }): Promise<CatalogueProblem[]> {
      return db
        .selectFrom('problems')
        .select(problemColumns)
        .where('retired_at', 'is', null)
        .where('owner_id', '=', learnerId)
        .orderBy('number')
        .execute()
    },

    /**
     * Ids of the problems worth offering to the model, best first: of topics the learner needs, unsolved, allowed,
     * from the known lists, liked by others. Taken turn by turn from topics and difficulties, so that none crowds the
     * others out.
     */
    async rankCandidates({ learnerId, limit }: { learnerId: string; limit: number }): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        with scored as (
          select p.id, p.topic, p.difficulty_rank, p.number, c.confidence, t.stage,
            (5 - c.confidence)
            + case when 'blind75' = any(p.lists) then 3 when p.lists && '{grind75,neetcode150}' then 2
                   when p.lists <> '{}' then 1 else 0 end
            + case when s.upvotes >= 5 then least(1.0, s.upvotes / 50.0) else 0 end
            - case g.status when 'skipped' then 2 else 0 end as score
          from intake_profiles me
          cross join problems p
          join topics t on t.slug = p.topic
          join problem_stats s on s.problem_id = p.id
          left join problem_progress g on g.problem_id = p.id and g.learner_id = me.learner_id
          cross join lateral (
            select coalesce((me.topic_confidence ->> p.topic)::int, case me.level when 'beginner' then 2 else 3 end)
              as confidence
          ) c
          where me.learner_id = ${learnerId} and p.retired_at is null and p.owner_id is null
            and (me.allow_premium or not p.premium) and p.topic <> all(me.known_topics)
            and coalesce(g.status, 'todo') in ('todo', 'skipped') and g.solved_at is null
        )
        select id from scored
        order by row_number() over (partition by topic, difficulty_rank order by score desc, number)
          + case when confidence >= 4 then 3 else 0 end, confidence, stage, difficulty_rank, number
        limit ${limit}`.execute(db)
      return rows.map((row) => row.id)
    },

    /** The learner's newest `limit` attempts that stand, oldest first, dated by their own days. */
    async listAttempts({
      learnerId,
      timeZone,
      limit,
    }: {
      learnerId: string
      timeZone: string
      limit: number
    }): Promise<AttemptFact[]> {
      const { rows } = await sql<AttemptFact & { outcome: Outcome }>`
        select a.id, p.slug, a.outcome, a.minutes, a.rating, a.hints_used, a.item_id,
          p.minutes as estimated,
          to_char((a.created_at at time zone ${timeZone}) - make_interval(hours => ${dayStartOf(learnerId)}),
            'YYYY-MM-DD') as date
        from attempts a join problems p on p.id = a.problem_id
        where a.learner_id = ${learnerId} and a.retracted_at is null
        order by a.created_at desc, a.id desc limit ${limit}`.execute(db)
      return rows.reverse()
    },

    /** When the learner's days begin, and their days off that are not long over. */
    async readDays({ learnerId, now }: { learnerId: string; now: Date }) {
      const { rows } = await sql<{ day_start_hour: number; breaks: unknown }>`
        select ${dayStartOf(learnerId)} as day_start_hour,
          (select jsonb_agg(jsonb_build_object('from', b.from_date, 'to', b.to_date) order by b.from_date, b.to_date)
            from breaks b where b.learner_id = ${learnerId}
              and b.to_date >= (${now}::timestamptz - interval '3 days')::date) as breaks`.execute(db)
      return { dayStartHour: rows[0]?.day_start_hour ?? 0, breaks: breaksSchema.parse(rows[0]?.breaks ?? []) }
    },

    /** Community figures of every problem that has any; `level_upvotes` are those of learners of this level. */
    async listStats({ level }: { level: Intake['level'] }): Promise<ProblemStats[]> {
      return db
        .selectFrom('problem_stats as s')
        .innerJoin('problems as p', 'p.id', 's.problem_id')
        .select(['p.slug', 's.upvotes', 's.too_hard', 's.good_intro', 's.pattern_practice'])
        .select(`s.upvotes_${level} as level_upvotes`)
        .where('p.owner_id', 'is', null)
        .where((eb) => eb.or([eb('s.upvotes', '>', 0), eb('s.comments', '>', 0)]))
        .orderBy('p.number')
        .execute()
    },

    /** What near learners found hard and finished, by topic; only figures with enough learners behind them. */
    async similarByTopic({ near }: { near: string[] }) {
      const { rows } = await sql<{ ref: string; of: number; found_hard: number; finished: number }>`
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
        from active group by topic having count(*) >= ${AT_LEAST} order by topic`.execute(db)
      return rows
    },

    /** The same by problem, with upvotes; the most telling hundred. */
    async similarByProblem({ near }: { near: string[] }) {
      const { rows } = await sql<{
        ref: string
        of: number
        found_hard: number
        finished: number
        upvoted: number
      }>`
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
        order by greatest(sum(hard), sum(solved), sum(up)) desc, p.slug limit 100`.execute(db)
      return rows
    },

    /** Notes nearest in meaning to the learner's profile; empty when notes and profile have different models. */
    async nearestKnowledge({
      learnerId,
      limit,
    }: {
      learnerId: string
      limit: number
    }): Promise<KnowledgeFact[]> {
      const { rows } = await sql<KnowledgeFact>`
        select k.topic, k.heading, k.body from knowledge_chunks k, intake_profiles me
        where me.learner_id = ${learnerId} and k.embedding_model = me.embedding_model
        order by k.embedding <=> me.embedding, k.topic, k.position limit ${limit}`.execute(db)
      return rows
    },

    async knowledgeOfTopics({ topics }: { topics: string[] }): Promise<KnowledgeFact[]> {
      if (topics.length === 0) return []
      return db
        .selectFrom('knowledge_chunks')
        .select(['topic', 'heading', 'body'])
        .where('topic', 'in', topics)
        .orderBy('topic')
        .orderBy('position')
        .execute()
    },

    async listUnembeddedKnowledge({ model }: { model: string }) {
      return db
        .selectFrom('knowledge_chunks')
        .select(['topic', 'position', 'heading', 'body'])
        .where((eb) => eb('embedding_model', 'is distinct from', model))
        .orderBy('topic')
        .orderBy('position')
        .execute()
    },

    async saveKnowledgeEmbedding(chunk: {
      topic: string
      position: number
      model: string
      vector: number[]
    }) {
      await db
        .updateTable('knowledge_chunks')
        .set({ embedding: toSql(chunk.vector), embedding_model: chunk.model })
        .where('topic', '=', chunk.topic)
        .where('position', '=', chunk.position)
        .execute()
    },
  }
}

function idsOf({ rows }: { rows: { learner_id: string }[] }): string[] {
  return rows.map((row) => row.learner_id)
}

/**
 * Has the rest of a transaction find neighbours by the vector index. The planner does not know what it costs to fetch
 * and compare vectors that lie outside their rows: left alone it would sort all of them.
 */
export async function askTheIndex(tx: Db, among?: number): Promise<void> {
  const { least, most, oneOf } = LOOKED_AT
  await sql`
    select set_config('hnsw.ef_search', coalesce(${among ?? null}::int,
        greatest(${least}::int, least(${most}::int, (reltuples / ${oneOf}::int)::int)))::text, true),
      set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('enable_sort', 'off', true)
    from pg_class where oid = 'intake_profiles'::regclass`.execute(tx)
}
