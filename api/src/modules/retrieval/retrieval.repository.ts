import type { Db } from '@codify/db'
import { isEmbedded } from '@codify/db'
import { type RawBuilder, sql } from 'kysely'
import { toSql } from 'pgvector'
import { z } from 'zod'
import { day } from '../../shared/schemas.ts'
import type { Intake } from '../intake/intake.schemas.ts'
import { DAY_START_HOUR, dayAt, type LearnerDay } from '../learner-day/learner-day.models.ts'
import type { AttemptFact, BreakFact, CatalogueProblem, KnowledgeFact } from '../plans/plans.facts.ts'
import { MINIMUM_COUNT, type ProblemCounts, type SimilarCounts } from './retrieval.models.ts'
import {
  type AttemptRow,
  attemptsSql,
  countsSql,
  type DaysRow,
  daysSql,
  inJson,
  knowledgeNearSql,
  knowledgeOfSql,
  ownProblemsSql,
  similarProblemsSql,
  similarTopicsSql,
} from './retrieval.sql.ts'

export type RetrievalRepository = ReturnType<typeof createRetrievalRepository>

/**
 * How many near profiles are asked. The index looks among more of them the more there are (those it misses are
 * measured by `npm run bench -- vectors`).
 */
export const NEAREST = 40
const LOOKED_AT = { least: 100, most: 800, oneOf: 125 }

const breaksSchema = z.array(z.object({ from: day, to: day }))

/** Stored facts that a plan may rest on. */
export type StoredFacts = {
  learnerDay: LearnerDay
  breaks: BreakFact[]
  own: CatalogueProblem[]
  /** Oldest first. */
  attempts: AttemptFact[]
  counts: ProblemCounts[]
  similarTopics: SimilarCounts[]
  similarProblems: SimilarCounts[]
  knowledge: KnowledgeFact[]
}

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

  async function rowsOf<Row>(query: RawBuilder<Row>): Promise<Row[]> {
    return (await query.execute(db)).rows
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

    /** All that a plan rests on beside the intake, the catalogue and the plan before: in one statement. */
    async readFacts(options: {
      learnerId: string
      level: Intake['level']
      timeZone: string
      now: Date
      attemptsMost: number
      notesNear: number
      notesOf: string[]
      near: string[]
    }): Promise<StoredFacts> {
      const { learnerId, near } = options
      type Row = Omit<StoredFacts, 'learnerDay' | 'breaks' | 'attempts' | 'knowledge'> & {
        days: DaysRow[]
        attempts: AttemptRow[]
        of: KnowledgeFact[]
        nearest: KnowledgeFact[]
      }
      const { rows } = await sql<Row>`
        select ${inJson(daysSql(options))} as days,
          ${inJson(ownProblemsSql({ learnerId }))} as own,
          ${inJson(attemptsSql({ ...options, limit: options.attemptsMost }))} as attempts,
          ${countsSql({ level: options.level, atLeast: MINIMUM_COUNT })} as counts,
          ${inJson(similarTopicsSql({ near }))} as "similarTopics",
          ${inJson(similarProblemsSql({ near }))} as "similarProblems",
          ${inJson(knowledgeOfSql({ topics: options.notesOf }))} as of,
          ${inJson(knowledgeNearSql({ learnerId, limit: options.notesNear }))} as nearest`.execute(db)
      const [row] = rows
      if (!row) throw new Error('A select from nothing has one row.')
      const { days, attempts, of, nearest, ...facts } = row
      const [stored] = days
      const learnerDay = {
        timeZone: options.timeZone,
        dayStartHour: stored?.day_start_hour ?? DAY_START_HOUR,
      }
      return {
        ...facts,
        learnerDay,
        breaks: breaksSchema.parse(stored?.breaks ?? []),
        attempts: dated(attempts, learnerDay),
        knowledge: [...of, ...nearest],
      }
    },

    /** Returns the learner's own problems, which their plans treat like the catalogue. */
    async listOwnProblems(options: { learnerId: string }): Promise<CatalogueProblem[]> {
      return rowsOf(ownProblemsSql(options))
    },

    /** The learner's newest `limit` attempts that stand, oldest first, dated by their own days. */
    async listAttempts(options: {
      learnerId: string
      learnerDay: LearnerDay
      limit: number
    }): Promise<AttemptFact[]> {
      return dated(await rowsOf(attemptsSql(options)), options.learnerDay)
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

/** Attempts that come newest first, oldest first and dated by the learner's days. */
export function dated(newestFirst: AttemptRow[], learnerDay: LearnerDay): AttemptFact[] {
  return newestFirst
    .map(({ at_ms, ...attempt }) => ({ ...attempt, date: dayAt(at_ms, learnerDay) }))
    .reverse()
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
