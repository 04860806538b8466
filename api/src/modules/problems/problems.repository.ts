import type { Db } from '@codify/db'
import { type RawBuilder, sql } from 'kysely'
import { validate as isUuid } from 'uuid'
import { likePattern, type SortColumn, sortKeys } from './problems.models.ts'
import type { ListProblemsQuery, Problem, Upvote } from './problems.schemas.ts'

export type ProblemsRepository = ReturnType<typeof createProblemsRepository>

export function createProblemsRepository({ db }: { db: Db }) {
  /** The problems a learner can see, with community figures and the learner's own marks. */
  function problemRows(learnerId: string | undefined) {
    return db
      .selectFrom('problems as p')
      .innerJoin('problem_stats as s', 's.problem_id', 'p.id')
      .leftJoin('upvotes as u', (join) =>
        join.onRef('u.problem_id', '=', 'p.id').on('u.learner_id', '=', learnerId ?? null),
      )
      .leftJoin('problem_progress as g', (join) =>
        join.onRef('g.problem_id', '=', 'p.id').on('g.learner_id', '=', learnerId ?? null),
      )
      .select([
        'p.id',
        'p.slug',
        'p.number',
        'p.title',
        'p.url',
        'p.topic',
        'p.difficulty',
        'p.difficulty_rank',
        'p.patterns',
        'p.minutes',
        'p.lists',
        'p.acceptance',
        'p.premium',
        's.upvotes',
        's.comments',
        's.too_hard',
        's.good_intro',
        's.pattern_practice',
        'g.status',
      ])
      .select((eb) => eb('u.learner_id', 'is not', null).as('upvoted'))
      .select((eb) => eb('p.owner_id', 'is not', null).as('own'))
      .select(titleKey.as('title_key'))
      .where(visibleTo('p.owner_id', learnerId))
  }
  type Row = Awaited<ReturnType<ReturnType<typeof problemRows>['execute']>>[number]

  return {
    /** At most `limit + 1` rows after the cursor, in the query's order. */
    async list({
      learnerId,
      query,
      after,
    }: {
      learnerId: string | undefined
      query: ListProblemsQuery
      after: readonly [sortValue: string | number, number: number] | undefined
    }) {
      const { direction, column } = sortKeys[query.sort]
      const key = sortExpressions[column]
      let rows = problemRows(learnerId).where('p.retired_at', 'is', null)
      if (query.mine) rows = rows.where('p.owner_id', 'is not', null)
      if (query.topic.length) rows = rows.where('p.topic', 'in', query.topic)
      if (query.difficulty.length) rows = rows.where('p.difficulty', 'in', query.difficulty)
      if (query.pattern.length) rows = rows.where(sql<boolean>`p.patterns && ${query.pattern}::text[]`)
      if (query.list.length) rows = rows.where(sql<boolean>`p.lists && ${query.list}::text[]`)
      if (query.status.length)
        rows = rows.where((eb) => eb(eb.fn.coalesce('g.status', sql.lit('todo')), 'in', query.status))
      if (query.q) {
        const text = query.q
        rows = rows.where((eb) =>
          eb.or([
            eb('p.title', 'ilike', likePattern(text)),
            eb('p.slug', 'ilike', likePattern(text)),
            eb(sql<string>`p.number::text`, '=', text),
          ]),
        )
      }
      if (after) {
        const [value, number] = after
        const beyond = direction === 'asc' ? sql`>` : sql`<`
        rows = rows.where(
          sql<boolean>`(${key} ${beyond} ${value} or (${key} = ${value} and p.number > ${number}))`,
        )
      }
      return rows
        .orderBy(key, direction)
        .orderBy('p.number')
        .limit(query.limit + 1)
        .execute()
    },

    async find({
      slugOrId,
      learnerId,
    }: {
      slugOrId: string
      learnerId: string | undefined
    }): Promise<Problem | undefined> {
      const row = await problemRows(learnerId)
        .where(isUuid(slugOrId) ? 'p.id' : 'p.slug', '=', slugOrId)
        .executeTakeFirst()
      return row && toProblem(row)
    },

    /** The problems among `ids` that the learner can see, in no order. */
    async findMany({ ids, learnerId }: { ids: string[]; learnerId: string }): Promise<Problem[]> {
      if (ids.length === 0) return []
      const rows = await problemRows(learnerId).where(sql<boolean>`p.id = any(${ids}::uuid[])`).execute()
      return rows.map(toProblem)
    },

    /** A problem of the catalogue, or of the learner's own where one is given. */
    async findId({
      slugOrId,
      learnerId,
    }: {
      slugOrId: string
      learnerId?: string
    }): Promise<{ id: string; slug: string } | undefined> {
      return db
        .selectFrom('problems')
        .select(['id', 'slug'])
        .where(isUuid(slugOrId) ? 'id' : 'slug', '=', slugOrId)
        .where(visibleTo('owner_id', learnerId))
        .executeTakeFirst()
    },

    /** Adds the learner's upvote, once, and keeps the counts in the same statement. */
    async upvote({ learnerId, problemId }: { learnerId: string; problemId: string }): Promise<Upvote> {
      const upvotes = await changeUpvotes({
        problemId,
        sign: sql`+`,
        change: sql`
          insert into upvotes (learner_id, problem_id, level)
          values (${learnerId}, ${problemId},
            (select level from intake_profiles where learner_id = ${learnerId}))
          on conflict do nothing returning level`,
      })
      return { upvotes, upvoted: true }
    },

    async removeUpvote({ learnerId, problemId }: { learnerId: string; problemId: string }): Promise<Upvote> {
      const upvotes = await changeUpvotes({
        problemId,
        sign: sql`-`,
        change: sql`
          delete from upvotes where learner_id = ${learnerId} and problem_id = ${problemId} returning level`,
      })
      return { upvotes, upvoted: false }
    },

    toProblem,
  }

  async function changeUpvotes(options: {
    problemId: string
    sign: RawBuilder<unknown>
    change: RawBuilder<unknown>
  }): Promise<number> {
    const { sign } = options
    const { rows } = await sql<{ upvotes: number }>`
      with changed as (${options.change})
      update problem_stats set
        upvotes = upvotes ${sign} (select count(*) from changed),
        upvotes_beginner = upvotes_beginner ${sign} (select count(*) from changed where level = 'beginner'),
        upvotes_intermediate = upvotes_intermediate ${sign} (select count(*) from changed where level = 'intermediate'),
        upvotes_advanced = upvotes_advanced ${sign} (select count(*) from changed where level = 'advanced')
      where problem_id = ${options.problemId} returning upvotes`.execute(db)
    return rows[0]?.upvotes ?? 0
  }

  function toProblem(row: Row): Problem {
    const {
      difficulty_rank,
      title_key,
      comments,
      too_hard,
      good_intro,
      pattern_practice,
      status,
      ...problem
    } = row
    return {
      ...problem,
      upvoted: Boolean(row.upvoted),
      own: Boolean(row.own),
      comment_count: comments,
      tag_counts: { too_hard, good_intro, pattern_practice },
      status: status ?? 'todo',
    }
  }
}

/** The catalogue is everyone's; a learner's own problems are theirs alone. */
function visibleTo(owner: 'owner_id' | 'p.owner_id', learnerId: string | undefined) {
  return sql<boolean>`(${sql.ref(owner)} is null or ${sql.ref(owner)} = ${learnerId ?? null}::uuid)`
}

// Byte order, so that both databases sort alike whatever their locale.
const titleKey = sql<string>`lower(p.title) collate "C"`
const sortExpressions: Record<SortColumn, ReturnType<typeof sql<string | number>>> = {
  number: sql`p.number`,
  title_key: titleKey,
  difficulty_rank: sql`p.difficulty_rank`,
  minutes: sql`p.minutes`,
  upvotes: sql`s.upvotes`,
  acceptance: sql`p.acceptance`,
}
