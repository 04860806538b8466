import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app/create-app.ts'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptPageSchema, attemptSchema } from '../attempts/attempts.schemas.ts'
import { commentSchema } from '../comments/comments.schemas.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { keptTables, learnerKinds, learnerTables } from './learner-data.ts'
import { deletedSchema, learnerExportSchema } from './learners.schemas.ts'

let now = Date.parse('2026-05-04T10:00:00.700Z')
const api = useTestApi({ clock: () => new Date(now) })
const seconds = () => Math.floor(now / 1000)

const ended = { status: 401, code: 'auth.session_ended' }
const nothing = Object.fromEntries(learnerKinds.map((kind) => [kind, 0]))

/** A token of a session that began `ago` seconds ago. */
function tokenOf(learner: TestLearner, ago = 0) {
  return api.sign({ sub: learner.id, name: learner.name, auth_time: seconds() - ago })
}
async function exportOf(learner: TestLearner) {
  const response = await api.call('GET', '/v1/me/export', { learner })
  return readAnswer(response, { status: 200, schema: learnerExportSchema })
}
async function countsOf(slug: string) {
  const response = await api.call('GET', `/v1/problems/${slug}`)
  const { upvotes, comment_count, tag_counts } = await readAnswer(response, {
    status: 200,
    schema: problemSchema,
  })
  return { upvotes, comment_count, too_hard: tag_counts.too_hard }
}

/** The same moment to the microsecond. */
const exactly = (moment: string) => expect.stringMatching(new RegExp(`^${moment.slice(0, -1)}\\d{3}Z$`))

/** Rows in every table that holds something of a learner. */
async function fill(learner: TestLearner) {
  const attempt = await api.call('POST', '/v1/problems/two-sum/attempts', {
    learner,
    body: { outcome: 'solved' },
  })
  const comment = await api.call('POST', '/v1/problems/two-sum/comments', {
    learner,
    body: { body: 'hard', tag: 'too_hard' },
  })
  await api.call('POST', '/v1/problems/3sum/comments', { learner, body: { body: 'also' } })
  await api.call('PUT', '/v1/problems/two-sum/note', { learner, body: { body: 'A *note*', version: null } })
  await api.call('POST', '/v1/own-problems', { learner, body: anOwnProblem() })
  const code = 'function twoSum() {}'
  await api.call('PUT', '/v1/problems/two-sum/drafts/python', { learner, body: { code, version: null } })
  const submission = await api.call('POST', '/v1/problems/two-sum/submissions', {
    learner,
    body: { language: 'python', code, outcome: 'failed', passed: 1, total: 9, ms: 12, hints_used: 1 },
  })
  expect(submission.status).toBe(201)
  const { id: problem_id } = await api.database.db
    .selectFrom('problems')
    .select('id')
    .where('slug', '=', 'two-sum')
    .executeTakeFirstOrThrow()
  await api.database.db
    .insertInto('hints')
    .values({
      learner_id: learner.id,
      problem_id,
      language: 'python',
      kind: 'hint',
      text: 'What then?',
      model: 'm',
    })
    .execute()
  for (const slug of ['two-sum', '4sum']) await api.call('PUT', `/v1/problems/${slug}/upvote`, { learner })
  const { db } = api.database
  await db
    .insertInto('intake_profiles')
    .values({
      learner_id: learner.id,
      level: 'beginner',
      role_target: ['Backend'],
      timeline_weeks: 4,
      hours_per_week: 8,
      topic_confidence: JSON.stringify({ trees: 2 }),
      weaknesses: ['speed'],
      constraints: '',
      past_experience: 'two years',
      regeneration_answers: JSON.stringify([{ q: 'What felt hardest?', a: 'Graphs' }]),
      study_days: [1, 3],
      interview_date: '2026-06-01',
      time_zone: 'Europe/Berlin',
      known_topics: [],
      allow_premium: false,
      embedding: JSON.stringify(Array.from({ length: 1536 }, (_, i) => (i === 0 ? 1 : 0))),
      embedding_model: 'test',
    })
    .execute()
  const generation = await db
    .insertInto('generations')
    .values({ learner_id: learner.id, state: 'done', accept: true, request_hash: 'x', request_id: 'r' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('generation_events')
    .values({ generation_id: generation.id, seq: 1, type: 'stage', data: JSON.stringify({ stage: 'embed' }) })
    .execute()
  await db
    .insertInto('plans')
    .values({
      learner_id: learner.id,
      generation_id: generation.id,
      status: 'current',
      plan_json: JSON.stringify({ weeks: [] }),
    })
    .execute()
  await db.insertInto('learner_settings').values({ learner_id: learner.id, day_start_hour: 5 }).execute()
  await db
    .insertInto('calendar_feeds')
    .values({ learner_id: learner.id, key_hash: learner.id, start_time: '18:30', alarm_minutes: 10 })
    .execute()
  await db
    .insertInto('reminders')
    .values({
      learner_id: learner.id,
      email: 'ada@example.org',
      hour: 7,
      unsubscribe_key: learner.id,
      next_at: new Date(now),
    })
    .execute()
  return {
    attempt: await readAnswer(attempt, { status: 201, schema: attemptSchema }),
    comment: await readAnswer(comment, { status: 201, schema: commentSchema }),
  }
}

describe('the export', () => {
  test('of a new learner is empty and complete', async () => {
    expect(await exportOf(api.learner())).toEqual({
      format: 'codify-export',
      version: 1,
      exported_at: new Date(now).toISOString(),
      intake: null,
      settings: null,
      breaks: [],
      plans: [],
      generations: [],
      attempts: [],
      own_problems: [],
      notes: [],
      code_drafts: [],
      submissions: [],
      hints: [],
      interviews: [],
      upvotes: [],
      comments: [],
      reports: [],
      calendar: null,
      reminder: null,
      tokens: [],
      sessions_ended_at: null,
    })
  })

  test("holds everything of the learner and nothing of another's, as a file", async () => {
    const [learner, other] = [api.learner('Ada'), api.learner('Grace')]
    const { attempt, comment } = await fill(learner)
    await fill(other)
    const response = await api.call('GET', '/v1/me/export', { learner })
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="codify-export.json"')
    expect(await response.clone().text()).not.toContain('Grace')
    const all = await readAnswer(response, { status: 200, schema: learnerExportSchema })
    expect(all.intake).toMatchObject({
      level: 'beginner',
      interview_date: '2026-06-01',
      embedding_model: 'test',
    })
    expect(all.intake?.embedding).toHaveLength(1536)
    expect(all.plans).toMatchObject([{ status: 'current', plan_json: { weeks: [] } }])
    expect(all.generations).toMatchObject([
      { state: 'done', events: [{ seq: 1, type: 'stage', data: { stage: 'embed' } }] },
    ])
    expect(all.attempts).toEqual([{ ...attempt, for_problem: null, created_at: exactly(attempt.created_at) }])
    expect(all.own_problems).toMatchObject([anOwnProblem()])
    expect(all.notes).toMatchObject([{ problem: 'two-sum', body: 'A *note*' }])
    expect(all.code_drafts).toMatchObject([
      { problem: 'two-sum', language: 'python', code: 'function twoSum() {}' },
    ])
    expect(all.submissions).toMatchObject([
      { problem: 'two-sum', code: 'function twoSum() {}', outcome: 'failed', passed: 1, total: 9 },
    ])
    expect(all.hints).toMatchObject([
      { problem: 'two-sum', kind: 'hint', text: 'What then?', attempt_id: null },
    ])
    expect(all.settings).toMatchObject({ day_start_hour: 5, daily_review_cap: null })
    expect(all.calendar).toMatchObject({ active: true, start_time: '18:30', alarm_minutes: 10 })
    expect(all.reminder).toEqual({ email: 'ada@example.org', hour: 7 })
    expect(all.upvotes.map((upvote) => upvote.problem)).toEqual(['two-sum', '4sum'])
    expect(all.comments).toMatchObject([
      {
        ...comment,
        problem: 'two-sum',
        created_at: exactly(comment.created_at),
        updated_at: exactly(comment.updated_at),
      },
      { problem: '3sum', body: 'also' },
    ])
  })

  test('has every row of many, in order', async () => {
    const learner = api.learner()
    const { db } = api.database
    const { id } = await db
      .selectFrom('problems')
      .select('id')
      .where('slug', '=', '3sum')
      .executeTakeFirstOrThrow()
    const minutes = Array.from({ length: 250 }, (_, i) => i + 1)
    // One statement, so all have the same moment: the order falls to the id.
    await db
      .insertInto('attempts')
      .values(
        minutes.map((minute) => ({
          learner_id: learner.id,
          problem_id: id,
          outcome: 'tried',
          minutes: minute,
        })),
      )
      .execute()
    const { attempts } = await exportOf(learner)
    expect(new Set(attempts.map((attempt) => attempt.minutes))).toEqual(new Set(minutes))
    expect(attempts).toHaveLength(250)
  })
})

describe('deleting the account', () => {
  const learner = api.learner('Ada')
  const other = api.learner('Grace')
  const others = { upvotes: 1, comment_count: 1, too_hard: 1 }

  beforeAll(async () => {
    await fill(learner)
    await fill(other)
  })

  test('says what was deleted, leaves nothing, and corrects the counts', async () => {
    expect(await countsOf('two-sum')).not.toEqual(others)
    const before = await countsOf('two-sum')
    const response = await api.call('DELETE', '/v1/me', { token: await tokenOf(learner, 60) })
    expect(await readAnswer(response, { status: 200, schema: deletedSchema })).toEqual({
      deleted: {
        ...nothing,
        intake: 1,
        settings: 1,
        calendar: 1,
        reminder: 1,
        plans: 1,
        generations: 1,
        attempts: 1,
        notes: 1,
        own_problems: 1,
        code_drafts: 1,
        submissions: 1,
        standings: 1,
        reviews: 1,
        hints: 1,
        upvotes: 2,
        comments: 2,
      },
    })
    expect(await countsOf('two-sum')).toEqual({
      upvotes: before.upvotes - 1,
      comment_count: before.comment_count - 1,
      too_hard: before.too_hard - 1,
    })
    const { db } = api.database
    for (const { table, owner = 'learner_id' } of learnerTables) {
      const { rows } = await sql`
        select from ${sql.table(table)} where ${sql.ref(owner)} = ${learner.id}`.execute(db)
      expect([table, rows]).toEqual([table, []])
    }
    const orphans = await db
      .selectFrom('generation_events as e')
      .leftJoin('generations as g', 'g.id', 'e.generation_id')
      .select('e.seq')
      .where('g.id', 'is', null)
      .execute()
    expect(orphans).toEqual([])
  })

  test('every table that names a learner is declared by its module, and another one would be found', async () => {
    const { db } = api.database
    const undeclared = async () => {
      const { rows } = await sql<{ table_name: string }>`
        select distinct c.table_name from information_schema.columns c
        join information_schema.tables t on t.table_name = c.table_name and t.table_type = 'BASE TABLE'
        where c.table_schema = current_schema() and t.table_schema = current_schema()
          and c.column_name in ('learner_id', 'owner_id', 'author_id', 'moderator_id', 'user_id', 'account_id')
      `.execute(db)
      const tables = rows.map(({ table_name }) => table_name)
      const declared = new Set<string>([...learnerTables.map(({ table }) => table), ...keptTables])
      expect([...declared].filter((table) => !tables.includes(table))).toEqual([])
      return tables.filter((table) => !declared.has(table))
    }
    expect(await undeclared()).toEqual([])
    await sql`create table forgotten (learner_id uuid not null)`.execute(db)
    expect(await undeclared()).toEqual(['forgotten'])
    await sql`drop table forgotten`.execute(db)
  })

  test("leaves another's rows as they are", async () => {
    const all = await exportOf(other)
    expect([all.plans.length, all.generations.length, all.attempts.length]).toEqual([1, 1, 1])
    expect([all.upvotes.length, all.comments.length, all.intake?.level]).toEqual([2, 2, 'beginner'])
  })

  test('counts still equal the rows', async () => {
    const { db } = api.database
    const wrong = await db
      .selectFrom('problem_stats as s')
      .select('s.problem_id')
      .where(({ eb, or, selectFrom }) =>
        or([
          eb('s.upvotes', '!=', (inner) =>
            inner
              .selectFrom('upvotes as u')
              .select(inner.fn.countAll<number>().as('n'))
              .whereRef('u.problem_id', '=', 's.problem_id'),
          ),
          eb(
            's.comments',
            '!=',
            selectFrom('comments as c')
              .select(eb.fn.countAll<number>().as('n'))
              .whereRef('c.problem_id', '=', 's.problem_id'),
          ),
        ]),
      )
      .execute()
    expect(wrong).toEqual([])
  })

  test('ends the session at once, and signing in again starts afresh', async () => {
    await readProblem(await api.call('GET', '/v1/attempts', { token: await tokenOf(learner, 60) }), ended)
    await readProblem(await api.call('GET', '/v1/problems', { token: await tokenOf(learner, 60) }), ended)
    const deletedAt = new Date(now + 1)
    now += 1000
    const fresh = await api.call('GET', '/v1/attempts', { token: await tokenOf(learner) })
    const page = await readAnswer(fresh, { status: 200, schema: attemptPageSchema })
    expect(page.items).toEqual([])
    expect((await exportOf(learner)).sessions_ended_at).toBe(deletedAt.toISOString())
  })

  test('while a plan is being made leaves nothing behind', async () => {
    const body = {
      level: 'beginner',
      role_target: ['x'],
      timeline_weeks: 4,
      hours_per_week: 8,
      topic_confidence: {},
    }
    const learners = Array.from({ length: 4 }, () => api.learner())
    for (const [i, one] of learners.entries()) {
      expect((await api.call('PUT', '/v1/intake', { learner: one, body })).status).toBe(200)
      expect((await api.call('POST', '/v1/plans', { learner: one, body: {} })).status).toBe(202)
      await setTimeout(i * 25)
      expect((await api.call('DELETE', '/v1/me', { learner: one })).status).toBe(200)
    }
    await setTimeout(500)
    const ids = learners.map((one) => one.id)
    for (const table of ['plans', 'generations', 'intake_profiles'] as const) {
      const left = await api.database.db
        .selectFrom(table)
        .select('learner_id')
        .where('learner_id', 'in', ids)
        .execute()
      expect([table, left]).toEqual([table, []])
    }
  })

  test('with nothing to delete is fine', async () => {
    const response = await api.call('DELETE', '/v1/me', { learner: api.learner() })
    expect(await readAnswer(response, { status: 200, schema: deletedSchema })).toEqual({ deleted: nothing })
  })

  test('at once for many with votes on the same problems works', async () => {
    const learners = Array.from({ length: 8 }, () => api.learner())
    const slugs = ['valid-anagram', 'word-ladder', 'min-stack', 'climbing-stairs']
    for (const [i, one] of learners.entries())
      for (const slug of i % 2 ? slugs : [...slugs].reverse())
        await api.call('PUT', `/v1/problems/${slug}/upvote`, { learner: one })
    const answers = await Promise.all(learners.map((one) => api.call('DELETE', '/v1/me', { learner: one })))
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200))
    for (const slug of slugs) expect(await countsOf(slug)).toMatchObject({ upvotes: 0 })
  })
})

describe('signing out', () => {
  const sessionOf = (learner: TestLearner, claims: Record<string, unknown>) =>
    api.sign({ sub: learner.id, name: learner.name, auth_time: seconds() - 60, ...claims })
  const ask = (token: string) => api.call('GET', '/v1/attempts', { token })
  const signOut = async (token: string) =>
    expect((await api.call('POST', '/v1/me/sign-out', { token })).status).toBe(204)

  test('ends that session for good, with every token of it, and no other session', async () => {
    const learner = api.learner()
    const [mine, phone] = [randomUUID(), randomUUID()]
    await signOut(await sessionOf(learner, { sid: mine }))
    for (const ahead of [0, 3600, 29 * 24 * 3600]) {
      now += ahead * 1000
      const token = await sessionOf(learner, { sid: mine, auth_time: seconds() - 60 - ahead, name: 'Other' })
      await readProblem(await ask(token), ended)
      await readProblem(await api.call('GET', '/v1/topics', { token }), ended)
      expect((await ask(await sessionOf(learner, { sid: phone }))).status).toBe(200)
      expect((await ask(await sessionOf(learner, {}))).status).toBe(200)
    }
  })

  test('is heard by another replica within 60 seconds', async () => {
    const token = await sessionOf(api.learner(), { sid: randomUUID() })
    const replica = createApp(api.deps)
    const askThere = () => replica.request('/v1/attempts', { headers: { authorization: `Bearer ${token}` } })
    expect((await askThere()).status).toBe(200)
    await signOut(token)
    now += 60_000
    await readProblem(await askThere(), ended)
  })

  test('ends a session without an id too, and none that began at another moment', async () => {
    const learner = api.learner()
    const began = now / 1000 - 60
    await signOut(await sessionOf(learner, { auth_time: began }))
    await readProblem(await ask(await sessionOf(learner, { auth_time: began })), ended)
    expect((await ask(await sessionOf(learner, { auth_time: began + 0.001 }))).status).toBe(200)
  })

  test('ends nothing of another learner whose session has the same id', async () => {
    const sid = randomUUID()
    const other = await sessionOf(api.learner(), { sid })
    await signOut(await sessionOf(api.learner(), { sid }))
    expect((await ask(other)).status).toBe(200)
  })

  test('at once in two windows stores one end', async () => {
    const learner = api.learner()
    const token = await sessionOf(learner, { sid: randomUUID() })
    const answers = await Promise.all([1, 2].map(() => api.call('POST', '/v1/me/sign-out', { token })))
    for (const { status } of answers) expect([204, 401]).toContain(status)
    const { db } = api.database
    const rows = await db
      .selectFrom('ended_sessions')
      .selectAll()
      .where('learner_id', '=', learner.id)
      .execute()
    expect(rows).toHaveLength(1)
  })

  test.each(['everywhere', 'by deleting the account'])('%s takes the place of single ends', async (how) => {
    const learner = api.learner()
    await signOut(await sessionOf(learner, { sid: randomUUID() }))
    const token = await sessionOf(learner, { sid: randomUUID() })
    if (how === 'everywhere') await api.call('POST', '/v1/me/sign-out-everywhere', { token })
    else await api.call('DELETE', '/v1/me', { token })
    const { db } = api.database
    const rows = await db
      .selectFrom('ended_sessions')
      .selectAll()
      .where('learner_id', '=', learner.id)
      .execute()
    expect(rows).toEqual([])
    await readProblem(await ask(token), ended)
  })
})

describe('signing out everywhere', () => {
  test('ends this and older sessions at once, keeps the data, and lets one sign in again', async () => {
    const learner = api.learner()
    await api.call('POST', '/v1/problems/two-sum/attempts', { learner, body: { outcome: 'tried' } })
    const response = await api.call('POST', '/v1/me/sign-out-everywhere', {
      token: await tokenOf(learner, 5),
    })
    expect(response.status).toBe(204)
    for (const ago of [5, 3600, 1, 0])
      await readProblem(await api.call('GET', '/v1/attempts', { token: await tokenOf(learner, ago) }), ended)
    now += 1
    expect((await exportOf(learner)).attempts).toHaveLength(1)
  })

  test('ends a session that began in the same second, too, and a later one works', async () => {
    const learner = api.learner()
    const token = await tokenOf(learner)
    expect((await api.call('POST', '/v1/me/sign-out-everywhere', { token })).status).toBe(204)
    await readProblem(await api.call('GET', '/v1/attempts', { token }), ended)
    now += 1000
    expect((await api.call('GET', '/v1/attempts', { token: await tokenOf(learner) })).status).toBe(200)
  })

  test('is heard by another replica within 60 seconds', async () => {
    const learner = api.learner()
    const token = await tokenOf(learner, 5)
    const replica = createApp(api.deps)
    const ask = () => replica.request('/v1/attempts', { headers: { authorization: `Bearer ${token}` } })
    expect((await ask()).status).toBe(200)
    await api.call('POST', '/v1/me/sign-out-everywhere', { token })
    now += 60_000
    await readProblem(await ask(), ended)
  })

  test("never ends another learner's", async () => {
    const [learner, other] = [{ id: randomUUID(), name: 'A' }, api.learner()]
    await api.call('POST', '/v1/me/sign-out-everywhere', { token: await tokenOf(learner, 5) })
    expect((await api.call('GET', '/v1/attempts', { token: await tokenOf(other, 5) })).status).toBe(200)
  })
})
