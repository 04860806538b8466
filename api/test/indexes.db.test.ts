import { randomUUID } from 'node:crypto'
import type { Db } from '@codify/db'
import { createRecordingDb } from '@codify/db/testing'
import { CompiledQuery, sql } from 'kysely'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { useTestApi } from '../src/app/testing.ts'
import { createAttemptsRepository } from '../src/modules/attempts/attempts.repository.ts'
import { createCommentsRepository } from '../src/modules/comments/comments.repository.ts'
import { createGenerationsRepository } from '../src/modules/generations/generations.repository.ts'
import { createHintsRepository } from '../src/modules/hints/hints.repository.ts'
import { createLearnerExportRepository } from '../src/modules/learners/learner-export.repository.ts'
import { createModerationRepository } from '../src/modules/moderation/moderation.repository.ts'
import { createOwnProblemsRepository } from '../src/modules/own-problems/own-problems.repository.ts'
import { createPlansRepository } from '../src/modules/plans/plans.repository.ts'
import { createProblemsRepository } from '../src/modules/problems/problems.repository.ts'
import { listProblemsQuerySchema, problemSorts } from '../src/modules/problems/problems.schemas.ts'
import { createProgressRepository } from '../src/modules/progress/progress.repository.ts'
import { askTheIndex, createRetrievalRepository } from '../src/modules/retrieval/retrieval.repository.ts'
import { similarProblemsSql, similarTopicsSql } from '../src/modules/retrieval/retrieval.sql.ts'
import { createReviewsRepository } from '../src/modules/reviews/reviews.repository.ts'
import type { TimeKeyset } from '../src/shared/time-keyset.ts'

const api = useTestApi()
const me = randomUUID()
const after: TimeKeyset = ['2026-06-01T00:00:00.000000Z', randomUUID()]
const limit = 20

describe.runIf(inject('template').kind === 'postgres')('on a server with many rows', () => {
  let recording: ReturnType<typeof createRecordingDb>
  beforeAll(async () => {
    recording = createRecordingDb(api.database)
    await fill(api.database.db)
  })

  /** The plan of every statement that `ask` sends, made where only what no index can serve is read as a whole. */
  async function plansOf(ask: (db: Db) => Promise<unknown>): Promise<string> {
    recording.statements.length = 0
    await ask(recording.db)
    const statements = [...recording.statements]
    expect(statements).not.toHaveLength(0)
    return api.database.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const plans: string[] = []
      for (const { sql: text, parameters } of statements) {
        const { rows } = await tx.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]))
        plans.push(rows.map((row) => Object.values(Object(row)).join()).join('\n'))
      }
      return plans.join('\n\n')
    })
  }

  const problems = (db: Db) => createProblemsRepository({ db, readDb: db, catalogue: api.deps.catalogue })
  const list = (given: unknown, learnerId?: string) => (db: Db) =>
    problems(db).list({ query: listProblemsQuerySchema.parse(given), after: undefined, learnerId })
  const lists: Record<string, (db: Db) => Promise<unknown>> = {
    ...Object.fromEntries(problemSorts.map((sort) => [`problems by ${sort}`, list({ sort })])),
    'problems of a topic': list({ topic: 'trees' }),
    'problems with a learner': list({ status: 'todo' }, me),
    'one problem': (db) => problems(db).find({ slugOrId: 'two-sum', learnerId: me }),
    comments: (db) =>
      createCommentsRepository({ db, readDb: db }).list({
        problemId: me,
        readerId: undefined,
        order: 'newest',
        after,
        limit,
      }),
    'the oldest comments': (db) =>
      createCommentsRepository({ db, readDb: db }).list({
        problemId: me,
        readerId: me,
        order: 'oldest',
        after,
        limit,
      }),
    attempts: (db) => createAttemptsRepository({ db }).list({ learnerId: me, after, limit }),
    'attempts at a problem': (db) =>
      createAttemptsRepository({ db }).list({ learnerId: me, problemId: me, after, limit }),
    'hints at a problem': (db) =>
      createHintsRepository({ db }).list({ learnerId: me, problemId: me, after, limit }),
    plans: (db) => createPlansRepository({ db }).list({ learnerId: me, after, limit }),
    'the current plan': (db) => createPlansRepository({ db }).findCurrent({ learnerId: me }),
    'own problems': (db) =>
      createOwnProblemsRepository({ db }).list({ learnerId: me, after: 2_000_000, limit }),
    'what plans held': (db) =>
      createProgressRepository({ db }).listPlannedDays({ learnerId: me, since: new Date('2026-06-01') }),
    "a year's attempts": (db) =>
      createRetrievalRepository({ db }).listAttempts({
        learnerId: me,
        learnerDay: { timeZone: 'UTC', dayStartHour: 0 },
        limit: 5_000,
      }),
    'review cards': (db) => createReviewsRepository({ db }).listCards({ learnerId: me }),
    "the moderators' queue": (db) => createModerationRepository({ db }).listQueue({ after, limit }),
    "the moderators' log": (db) => createModerationRepository({ db }).listLog({ after, limit }),
    'the daily limit of plans': (db) =>
      createGenerationsRepository({ db }).recentStarts({ learnerId: me, limit }),
    'events of a generation': (db) => createGenerationsRepository({ db }).listEvents({ id: me, afterSeq: 3 }),
    'what near learners did': async (db) => {
      await similarTopicsSql({ near: [me] }).execute(db)
      await similarProblemsSql({ near: [me] }).execute(db)
    },
    'a new generation': (db) =>
      createGenerationsRepository({ db }).create({
        learnerId: me,
        answers: [],
        accept: true,
        idempotencyKey: null,
        requestHash: '',
        requestId: '',
        limit,
      }),
    'the export': async (db) => {
      const stored = createLearnerExportRepository({ db })
      const kinds = ['plans', 'generations', 'attempts', 'hints', 'upvotes', 'comments'] as const
      await stored.read({ learnerId: me, kinds })
    },
  }

  test.each(Object.keys(lists))('%s are served by an index', async (name) => {
    const plans = await plansOf(lists[name] ?? (async () => undefined))
    expect(plans).not.toMatch(/Seq Scan/)
    expect(plans).toMatch(/Index|Bitmap/)
  })

  test('near learners are found by the vector index, and all there are when few share a model', async () => {
    const { db } = api.database
    const retrieval = createRetrievalRepository({ db })
    const [usual, rare] = await Promise.all([learnerOf(db, 'usual'), learnerOf(db, 'rare')])
    expect(await retrieval.nearestLearners({ learnerId: usual })).toHaveLength(40)
    expect(await retrieval.nearestLearners({ learnerId: rare })).toHaveLength(5)
    const plan = await db.transaction().execute(async (tx) => {
      await askTheIndex(tx)
      const { rows } = await sql`explain select learner_id from intake_profiles
        where embedding_model = (select embedding_model from intake_profiles where learner_id = ${usual})
        order by embedding::halfvec(1536) <=> (select embedding::halfvec(1536) from intake_profiles where learner_id = ${usual})
        limit 40`.execute(tx)
      return JSON.stringify(rows)
    })
    expect(plan).toContain('Index Scan using intake_profiles_embedding')
  })
})

async function learnerOf(db: Db, model: string): Promise<string> {
  const row = await db
    .selectFrom('intake_profiles')
    .select('learner_id')
    .where('embedding_model', '=', model)
    .executeTakeFirstOrThrow()
  return row.learner_id
}

/** Some thousand rows in each table that grows with learners, and a model that six of them share. */
async function fill(db: Db): Promise<void> {
  const learner = sql`md5('learner ' || n % 500)::uuid`
  await sql`insert into problems (id, slug, number, title, url, topic, difficulty, patterns, minutes, lists, acceptance,
      source, premium, owner_id)
    select md5('own ' || n)::uuid, 'own-' || n, 1000000 + n, 'Own', 'https://example.org/' || n, 'trees', 'easy', '{}', 20,
      '{}', 50, 'own', false, ${learner} from generate_series(1, 3000) n`.execute(db)
  await sql`insert into problem_stats (problem_id) select id from problems on conflict do nothing`.execute(db)
  for (const statement of [
    sql`insert into upvotes (learner_id, problem_id) select md5('learner ' || n)::uuid, id
      from generate_series(1, 20) n, problems where owner_id is null`,
    sql`insert into problem_progress (learner_id, problem_id, status, last_attempt_at) select md5('learner ' || n)::uuid, id,
      'tried', now() from generate_series(1, 20) n, problems where owner_id is null`,
    sql`insert into comments (problem_id, learner_id, author_name, body) select id, md5('learner ' || n)::uuid, 'A', 'x'
      from generate_series(1, 20) n, problems where owner_id is null`,
    sql`insert into attempts (learner_id, problem_id, outcome) select md5('learner ' || n)::uuid, id, 'tried'
      from generate_series(1, 20) n, problems where owner_id is null`,
    sql`insert into generations (learner_id, state, accept, request_hash, request_id)
      select ${learner}, 'done', true, 'x', 'x' from generate_series(1, 5000) n`,
    sql`insert into generation_events (generation_id, seq, type, data) select id, 1, 'stage', '{}' from generations`,
    sql`insert into plans (learner_id, generation_id, status, plan_json)
      select learner_id, id, 'superseded', '{}' from generations`,
    sql`insert into moderation_log (action, reason, comment_id) select 'keep', '', id from comments limit 3000`,
    sql`insert into intake_profiles (learner_id, level, role_target, timeline_weeks, hours_per_week, topic_confidence,
        weaknesses, constraints, past_experience, study_days, time_zone, known_topics, allow_premium, embedding, embedding_model)
      select md5('learner ' || n)::uuid, 'beginner', '{x}', 4, 8, '{}', '{}', '', '', '{1}', 'UTC', '{}', false,
        array_fill(0.1, array[1535])::vector(1535)::float4[] || (n::float4 / 100) ::float4,
        case when n <= 6 then 'rare' else 'usual' end from generate_series(1, 600) n`,
    sql`analyze`,
  ])
    await statement.execute(db)
}
