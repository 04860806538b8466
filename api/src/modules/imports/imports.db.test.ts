import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { rebuildProgress } from '../attempts/rebuild-progress.sql.ts'
import { commentPageSchema } from '../comments/comments.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { importedKinds } from '../learners/learner-data.ts'
import { deletedSchema, type LearnerExport, learnerExportSchema } from '../learners/learners.schemas.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { currentPlanSchema } from '../plans/plans.schemas.ts'
import { type Problem, problemSchema } from '../problems/problems.schemas.ts'
import { rebuildCards } from '../reviews/review-cards.repository.ts'
import { submittedSchema } from '../submissions/submissions.schemas.ts'
import { todaySchema } from '../today/today.schemas.ts'
import { importedSchema } from './imports.schemas.ts'
import { aLife, type Life, met } from './testing.ts'

const api = useTestApi({
  limits: { plansPerDay: 1000, requestsPerMinute: 100_000, commentsPerMinute: 100_000 },
})

async function exportOf(learner: TestLearner) {
  const response = await api.call('GET', '/v1/me/export', { learner })
  return readAnswer(response, { status: 200, schema: learnerExportSchema })
}
const send = (learner: TestLearner, file: unknown) =>
  api.call('POST', '/v1/me/import', { learner, body: file })
async function read(learner: TestLearner, file: unknown) {
  return readAnswer(await send(learner, file), { status: 200, schema: importedSchema })
}
async function ok(response: Promise<Response>) {
  const answer = await response
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([answer.status, ''])
  return answer
}

/** Lives a life through the API; attempts by rows, so that their moments can fall together. */
async function live(learner: TestLearner, life: Life) {
  const { db } = api.database
  if (life.intake) await ok(api.call('PUT', '/v1/intake', { learner, body: anIntake(life.intake) }))
  const own: (Problem & { deleted: boolean })[] = []
  for (const [i, { minutes, deleted }] of life.own.entries()) {
    const body = anOwnProblem({ minutes, url: `https://example.org/${i}` })
    const added = await api.call('POST', '/v1/own-problems', { learner, body })
    own.push({ ...(await readAnswer(added, { status: 201, schema: problemSchema })), deleted })
  }
  const slugAt = (place: number) => met[place] ?? own[place - met.length]?.slug ?? 'two-sum'
  if (life.attempts.length > 0) {
    const slugs = life.attempts.map(({ place }) => slugAt(place))
    const rows = await db.selectFrom('problems').select(['id', 'slug']).where('slug', 'in', slugs).execute()
    const idOf = new Map(rows.map(({ id, slug }) => [slug, id]))
    const values = life.attempts.map(({ place, microseconds, ...attempt }) => ({
      ...attempt,
      learner_id: learner.id,
      problem_id: idOf.get(slugAt(place)) ?? '',
      created_at: sql<Date>`${`2026-05-04T10:00:00.00000${microseconds}Z`}::timestamptz`,
    }))
    await db.insertInto('attempts').values(values).execute()
    const derived = { learnerId: learner.id, problemIds: [...idOf.values()] }
    await rebuildProgress(db, derived)
    await rebuildCards({ tx: db, ...derived })
  }
  const noted = new Map(life.notes.map(({ place, body }) => [slugAt(place), body]))
  for (const [slug, body] of noted)
    await ok(api.call('PUT', `/v1/problems/${slug}/note`, { learner, body: { body, version: null } }))
  for (const { problem, language, code, isRecorded } of life.code) {
    const path = `/v1/problems/${problem}`
    await ok(
      api.call('PUT', `${path}/drafts/${language}`, { learner, body: { code: `${code} `, version: null } }),
    )
    const body = { language, code, outcome: 'accepted', passed: 9, total: 9, ms: 5, hints_used: 2 }
    const response = await api.call('POST', `${path}/submissions`, { learner, body })
    const { id } = await readAnswer(response, { status: 201, schema: submittedSchema })
    if (isRecorded)
      await ok(api.call('POST', `/v1/submissions/${id}/attempt`, { learner, body: { outcome: 'solved' } }))
  }
  if (life.hints.length > 0) {
    const known = await db.selectFrom('problems').select(['id', 'slug']).where('slug', 'in', met).execute()
    const { attempts } = await exportOf(learner)
    const values = life.hints.map(({ problem, isLinked, microseconds, ...hint }) => ({
      ...hint,
      learner_id: learner.id,
      problem_id: known.find(({ slug }) => slug === problem)?.id ?? '',
      model: 'fake',
      attempt_id: (isLinked && attempts[0]?.id) || null,
      created_at: sql<Date>`${`2026-05-04T11:00:00.00000${microseconds}Z`}::timestamptz`,
    }))
    await db.insertInto('hints').values(values).execute()
  }
  for (const [pattern, mark] of Object.entries(life.marks))
    await ok(api.call('PUT', `/v1/patterns/${pattern}/mark`, { learner, body: { mark } }))
  for (const slug of life.upvotes) await ok(api.call('PUT', `/v1/problems/${slug}/upvote`, { learner }))
  // Which of them the check against floods lets through is no matter here.
  for (const { problem, ...body } of life.comments)
    await api.call('POST', `/v1/problems/${problem}/comments`, { learner, body })
  if (life.intake)
    for (const { accept, answer } of life.plans) {
      const body = { accept, answers: [{ q: 'What felt hardest?', a: answer }] }
      await ok(api.call('POST', '/v1/plans', { learner, body, headers: { prefer: 'wait=60' } }))
    }
  if (life.settings) await ok(api.call('PUT', '/v1/settings', { learner, body: life.settings }))
  for (const days of life.breaks) {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    await ok(api.call('POST', '/v1/breaks', { learner, body: { from: day, to: day } }))
  }
  for (const tap of life.taps) {
    const today = await api.call('GET', '/v1/today', { learner })
    const { items } = await readAnswer(today, { status: 200, schema: todaySchema })
    const open = items.find(({ status }) => status === 'open')
    // The plan may have no room for the change and refuse it, which does not matter here.
    if (open) await api.call('POST', `/v1/today/items/${open.item_id}/${tap}`, { learner })
  }
  if (life.takesBack) {
    const tried = await api.call('POST', '/v1/problems/lru-cache/attempts', {
      learner,
      body: { outcome: 'tried', hints_used: 2 },
    })
    const { id } = await readAnswer(tried, { status: 201, schema: attemptSchema })
    await ok(api.call('DELETE', `/v1/attempts/${id}`, { learner }))
  }
  for (const { id, deleted } of own)
    if (deleted) await ok(api.call('DELETE', `/v1/own-problems/${id}`, { learner }))
}

/** The file as it comes back: what was imported of comments is visible to their author alone. */
function withHiddenComments(file: LearnerExport): LearnerExport {
  return { ...file, comments: file.comments.map((comment) => ({ ...comment, hidden: true })) }
}

/** An export of the release before, with a row of every kind that is imported. */
function oldExport(): LearnerExport {
  const file = new URL('./fixtures/export-of-november-2026.json.gz', import.meta.url)
  return learnerExportSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString()))
}

/** Some moments were exported to the millisecond. */
function toMicroseconds(text: string): string {
  return text.replace(/(?<=T\d\d:\d\d:\d\d\.\d{3})Z/g, '000Z')
}

/** Every id as the place of its first appearance: two files are equal up to ids when these texts are. */
function upToIds(file: LearnerExport) {
  const places = new Map<string, number>()
  const { exported_at: _, ...rest } = file
  return JSON.stringify(rest, null, 1).replace(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (id) => `id ${places.get(id) ?? places.set(id, places.size).size - 1}`,
  )
}

async function progressOf(learner: TestLearner) {
  const problems = await readAllPages(api, '/v1/problems', { item: problemSchema, limit: 100, learner })
  const { rows } = await sql<{ place: number; solved_at: string; last_attempt_at: string }>`
    select case when p.owner_id is null then p.number else 0 end as place, g.solved_at::text, g.last_attempt_at::text
    from problem_progress g join problems p on p.id = g.problem_id
    where g.learner_id = ${learner.id} order by 1, 2, 3`.execute(api.database.db)
  const { rows: cards } = await sql`
    select case when p.owner_id is null then p.number else 0 end as place, c.due::text, c.stability, c.reps, c.lapses
    from review_cards c join problems p on p.id = c.problem_id
    where c.learner_id = ${learner.id} order by 1, 2, 3`.execute(api.database.db)
  return { rows, cards, statuses: problems.map(({ status, upvoted, minutes }) => [status, upvoted, minutes]) }
}

/** Counts kept on write that do not equal the rows. */
async function wrongCounts() {
  const { rows } = await sql<{ slug: string }>`
    select p.slug from problem_stats s join problems p on p.id = s.problem_id
    where array[s.upvotes, s.upvotes_beginner, s.upvotes_intermediate, s.upvotes_advanced]::bigint[] <> (
        select array[count(*), count(*) filter (where level = 'beginner'),
          count(*) filter (where level = 'intermediate'), count(*) filter (where level = 'advanced')]
        from upvotes u where u.problem_id = p.id)
      or array[s.comments, s.too_hard, s.good_intro, s.pattern_practice]::bigint[] <> (
        select array[count(*), count(*) filter (where tag = 'too_hard'), count(*) filter (where tag = 'good_intro'),
          count(*) filter (where tag = 'pattern_practice')]
        from comments c where c.problem_id = p.id and c.hidden_at is null)`.execute(api.database.db)
  return rows
}

/** The value with what is at the path replaced; undefined takes it out of a file. */
function replaceAt(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement
  if (Array.isArray(value)) return value.with(Number(key), replaceAt(value[Number(key)], rest, replacement))
  const entries = Object.entries(value ?? {})
  const inner = entries.find(([name]) => name === key)?.[1]
  return Object.fromEntries([...entries, [key, replaceAt(inner, rest, replacement)]])
}

const fullLife: Life = {
  intake: { level: 'beginner', hours_per_week: 8, constraints: 'Evenings', known_topics: ['math-geometry'] },
  plans: [
    { accept: true, answer: 'Graphs' },
    { accept: true, answer: 'Trees' },
  ],
  own: [{ minutes: 30, deleted: false }],
  attempts: [
    { place: 0, outcome: 'stuck', minutes: 40, rating: 'again', microseconds: 0 },
    { place: 7, outcome: 'solved', minutes: null, rating: null, microseconds: 1 },
  ],
  settings: { day_start_hour: 6 },
  breaks: [9],
  taps: ['later'],
  takesBack: true,
  notes: [{ place: 7, body: '# Mine\n\n- `two` pointers' }],
  code: [{ problem: '3sum', language: 'python', code: 'def three_sum(): pass', isRecorded: true }],
  hints: [
    {
      problem: '3sum',
      language: 'python',
      kind: 'hint',
      text: 'What then?',
      isLinked: true,
      microseconds: 3,
    },
  ],
  marks: { 'hash-map': 'can_do', 'sliding-window': 'read' },
  upvotes: ['two-sum', '3sum'],
  comments: [{ problem: 'two-sum', body: 'A **first** one', tag: 'good_intro' }],
}

describe('a file that was exported', () => {
  test('read into another empty account loses nothing, whatever the learner did', async () => {
    await fc.assert(
      fc.asyncProperty(aLife, async (life) => {
        const [learner, heir] = [api.learner(), api.learner()]
        await live(learner, life)
        const file = await exportOf(learner)
        await read(heir, file)
        expect(upToIds(await exportOf(heir))).toEqual(upToIds(withHiddenComments(file)))
        expect(await progressOf(heir)).toEqual(await progressOf(learner))
        expect(await wrongCounts()).toEqual([])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)

  test('is answered with how much was taken over, and the plan goes on where it was', async () => {
    const [learner, heir] = [api.learner(), api.learner('Grace')]
    await live(learner, fullLife)
    const file = await exportOf(learner)
    expect(await read(heir, file)).toEqual({
      imported: {
        intake: 1,
        settings: 1,
        breaks: 1,
        plans: 2,
        generations: 2,
        attempts: 4,
        own_problems: 1,
        notes: 1,
        pattern_marks: 2,
        code_drafts: 1,
        submissions: 1,
        hints: 1,
        interviews: 0,
        upvotes: 2,
        comments: 1,
      },
      left_out: { reports: 0 },
      hidden: { comments: 1 },
      exported_at: file.exported_at,
    })
    const plan = await api.call('GET', '/v1/plans/current', { learner: heir })
    const { plan_json } = await readAnswer(plan, { status: 200, schema: currentPlanSchema })
    const attempts = new Set((await exportOf(heir)).attempts.map(({ id }) => id))
    const cited = plan_json.weeks
      .flatMap(({ days }) => days.flatMap(({ problems }) => problems.flatMap(({ evidence }) => evidence)))
      .filter(({ type }) => type === 'attempt')
    expect(cited.length).toBeGreaterThan(0)
    for (const { ref } of cited) expect(attempts).toContain(ref)
    const next = await api.call('POST', '/v1/plans', {
      learner: heir,
      body: {},
      headers: { prefer: 'wait=60' },
    })
    expect(next.status).toBe(201)
    const comments = await (await api.call('GET', '/v1/problems/two-sum/comments', { learner: heir })).text()
    expect(comments).toContain('"author":"Grace","mine":true')
  })

  test('can be read again after everything was deleted, by the same learner', async () => {
    const learner = api.learner()
    await live(learner, fullLife)
    const file = await exportOf(learner)
    const gone = await api.call('DELETE', '/v1/me', {
      token: await api.sign({ sub: learner.id, auth_time: Math.floor(Date.now() / 1000) - 60 }),
    })
    const { deleted } = await readAnswer(gone, { status: 200, schema: deletedSchema })
    expect(deleted).toMatchObject({
      intake: 1,
      plans: 2,
      attempts: 4,
      submissions: 1,
      hints: 1,
      notes: 1,
      own_problems: 1,
      upvotes: 2,
    })
    const { imported } = await read({ ...learner, name: 'Ada' }, file)
    expect(imported).toMatchObject({ plans: 2, upvotes: 2, comments: 1 })
    expect(await wrongCounts()).toEqual([])
  })

  test.each(importedKinds)('with nothing but %s is imported and counted', async (kind) => {
    const whole: LearnerExport = {
      ...oldExport(),
      // Newer than that file.
      pattern_marks: [{ pattern: 'hash-map', mark: 'read', updated_at: '2026-05-04T10:00:00.000001Z' }],
    }
    const nothing = await exportOf(api.learner())
    // An attempt may be of a problem of one's own.
    const file = { ...nothing, own_problems: whole.own_problems, [kind]: whole[kind] }
    const heir = api.learner()
    const { imported } = await read(heir, file)
    const rows = Array.isArray(whole[kind]) ? whole[kind].length : 1
    expect(rows).toBeGreaterThan(0)
    expect(imported).toEqual({
      ...Object.fromEntries(importedKinds.map((other) => [other, 0])),
      own_problems: 1,
      [kind]: rows,
    })
    const back = (await exportOf(heir))[kind]
    expect(Array.isArray(back) ? back.length : Number(back !== null)).toBe(rows)
  })

  test('made before learner data was declared by its modules is restored, all of it', async () => {
    const [heir, next] = [api.learner('Ada'), api.learner('Ada')]
    const file = oldExport()
    const { left_out } = await read(heir, file)
    expect(left_out).toEqual({ reports: 1 })
    const restored = await exportOf(heir)
    const expected = withHiddenComments({ ...file, reports: [] })
    expect(toMicroseconds(upToIds(restored))).toBe(toMicroseconds(upToIds(expected)))
    await read(next, restored)
    expect(upToIds(await exportOf(next))).toBe(upToIds(restored))
    expect(await wrongCounts()).toEqual([])
  })
})

describe('what is imported appears to nobody else', () => {
  const commentsOf = async (problem: string, learner?: TestLearner) => {
    const answer = await api.call('GET', `/v1/problems/${problem}/comments`, { learner })
    return (await readAnswer(answer, { status: 200, schema: commentPageSchema })).items
  }
  const countsOf = async (problem: string) => {
    const answer = await api.call('GET', `/v1/problems/${problem}`)
    return readAnswer(answer, { status: 200, schema: problemSchema })
  }

  test('two thousand comments stay the learner’s own, and no count or tag has them', async () => {
    const [learner, heir, other] = [api.learner(), api.learner(), api.learner()]
    const file = await exportOf(learner)
    const comments = Array.from({ length: 2000 }, (_, i) => ({
      id: crypto.randomUUID(),
      author: 'A moderator',
      mine: true,
      body: `Buy at ${i}.example`,
      tag: 'too_hard',
      hidden: false,
      reported: false,
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      problem: met[i % met.length],
    }))
    const before = await Promise.all(met.map(countsOf))
    const answer = await read(heir, { ...file, comments })
    expect([answer.imported.comments, answer.hidden.comments]).toEqual([2000, 2000])
    expect(await Promise.all(met.map(countsOf))).toEqual(before)
    for (const reader of [undefined, other])
      for (const problem of met)
        expect((await commentsOf(problem, reader)).filter(({ body }) => body.startsWith('Buy'))).toEqual([])
    const own = (await commentsOf('two-sum', heir)).find(({ mine }) => mine)
    expect(own).toMatchObject({ mine: true, hidden: true, author: heir.name })
    await readProblem(await api.call('GET', `/v1/comments/${own?.id}`, { learner: other }), {
      status: 404,
      code: 'comment.not_found',
    })
    expect(await wrongCounts()).toEqual([])
  })

  test('changing or deleting one of them counts nothing; writing it again shows it', async () => {
    const [learner, heir] = [api.learner(), api.learner()]
    await live(learner, {
      ...fullLife,
      comments: [{ problem: 'house-robber', body: 'Sort first', tag: 'good_intro' }],
    })
    await read(heir, await exportOf(learner))
    const [own] = (await commentsOf('house-robber', heir)).filter(({ mine }) => mine)
    const path = `/v1/comments/${own?.id}`
    await ok(api.call('PATCH', path, { learner: heir, body: { body: 'Sort it first', tag: 'too_hard' } }))
    expect((await commentsOf('house-robber')).map(({ body }) => body)).toEqual(['Sort first'])
    const written = await api.call('POST', '/v1/problems/house-robber/comments', {
      learner: heir,
      body: { body: 'Sort it first' },
    })
    expect(written.status).toBe(201)
    expect((await commentsOf('house-robber')).map(({ body }) => body)).toEqual([
      'Sort it first',
      'Sort first',
    ])
    await ok(api.call('DELETE', path, { learner: heir }))
    expect(await wrongCounts()).toEqual([])
  })

  test('an upvote counts once for each problem, as one that is pressed', async () => {
    const [learner, heir] = [api.learner(), api.learner()]
    await live(learner, { ...fullLife, upvotes: ['min-stack'] })
    const file = await exportOf(learner)
    const { upvotes } = await countsOf('min-stack')
    const twice = { ...file, upvotes: [...file.upvotes, ...file.upvotes] }
    await readProblem(await send(heir, twice), { status: 400, code: 'request.invalid' })
    await read(heir, file)
    expect((await countsOf('min-stack')).upvotes).toBe(upvotes + 1)
  })
})

describe('an account that is not empty', () => {
  const note = { body: { body: 'x', version: null } }
  const given = { body: anOwnProblem() }
  test.each([
    ['answers to the questionnaire, and their embedding', 'PUT', '/v1/intake', { body: anIntake() }],
    ['attempts', 'POST', '/v1/problems/two-sum/attempts', { body: { outcome: 'tried' } }],
    ['settings of your days', 'PUT', '/v1/settings', { body: { day_start_hour: 5 } }],
    ['days off', 'POST', '/v1/breaks', { body: { from: '2999-01-01', to: '2999-01-02' } }],
    ['notes', 'PUT', '/v1/problems/two-sum/note', note],
    [
      'code you were writing',
      'PUT',
      '/v1/problems/two-sum/drafts/python',
      { body: { code: 'x', version: null } },
    ],
    ['problems of your own', 'POST', '/v1/own-problems', given],
    ['upvotes', 'PUT', '/v1/problems/two-sum/upvote', {}],
    ['comments', 'POST', '/v1/problems/two-sum/comments', { body: { body: 'A comment' } }],
  ] as const)('with %s is left as it is, and told so', async (name, method, path, options) => {
    const learner = api.learner()
    await ok(api.call(method, path, { learner, ...options }))
    const before = upToIds(await exportOf(learner))
    const refused = await send(learner, await exportOf(api.learner()))
    const problem = await readProblem(refused, { status: 409, code: 'import.account_not_empty' })
    expect(problem.detail).toContain(`this one has: ${name}.`)
    expect(upToIds(await exportOf(learner))).toBe(before)
  })

  test('takes one of several files that come at once', async () => {
    const [learner, heir] = [api.learner(), api.learner()]
    await live(learner, fullLife)
    const file = await exportOf(learner)
    const answers = await Promise.all([1, 2, 3].map(() => send(heir, file)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(upToIds(await exportOf(heir))).toBe(upToIds(withHiddenComments(file)))
    expect(await wrongCounts()).toEqual([])
  })
})

describe('a file that is broken', () => {
  let file: LearnerExport
  beforeAll(async () => {
    const learner = api.learner()
    await live(learner, fullLife)
    file = await exportOf(learner)
  })
  const changed = (at: string, value: unknown) => replaceAt(file, at.split('.'), value)

  test.each([
    ['format', 'another-tool', 'format'],
    ['version', 2, 'version'],
    ['version', undefined, 'version'],
    ['attempts', undefined, 'attempts'],
    ['surprise', 1, 'surprise'],
    ['attempts.0.problem', 'no-such-problem', 'attempts.0.problem'],
    ['attempts.0.minutes', 0, 'attempts.0.minutes'],
    ['attempts.0.minutes', 10_080, 'attempts.0.minutes'],
    ['attempts.0.created_at', '2999-01-01T00:00:00Z', 'attempts.0.created_at'],
    ['attempts.0.created_at', 'yesterday', 'attempts.0.created_at'],
    ['attempts.1.outcome', 'won', 'attempts.1.outcome'],
    ['attempts.0.learner_id', 'x', 'attempts.0.learner_id'],
    ['attempts.0.hints_used', 4, 'attempts.0.hints_used'],
    ['attempts.0.for_problem', 'no-such', 'attempts.0.for_problem'],
    ['settings.day_start_hour', 13, 'settings.day_start_hour'],
    ['breaks.0.to', '2000-01-01', 'breaks.0.to'],
    ['plans.1.revisions.0.cause', 'whim', 'plans.1.revisions.0.cause'],
    ['plans.1.revisions.0.plan_json.weeks', 1, 'plans.1.revisions.0.plan_json.weeks'],
    ['notes.0.body', 'x'.repeat(10_001), 'notes.0.body'],
    ['notes.0.problem', `own-${crypto.randomUUID()}`, 'notes.0.problem'],
    ['own_problems.0.url', 'javascript:alert(1)', 'own_problems.0.url'],
    ['own_problems.0.topic', 'no-such-topic', 'own_problems.0.topic'],
    ['own_problems.0.slug', 'two-sum', 'own_problems.0.slug'],
    ['intake.time_zone', 'Mars/Olympus', 'intake.time_zone'],
    ['intake.topic_confidence.trees', 6, 'intake.topic_confidence.trees'],
    ['intake.known_topics.0', 'no-such-topic', 'intake.known_topics.0'],
    ['upvotes.1.problem', 'two-sum', 'upvotes.1.problem'],
    ['comments.0.body', ' ', 'comments.0.body'],
    ['comments.0.body', 'a\0', 'comments.0.body'],
    ['comments.0.created_at', '2999-01-01T00:00:00Z', 'comments.0.created_at'],
    ['plans.0.status', 'current', 'plans'],
    [
      'plans.0.plan_json.weeks.0.days.0.problems.0.slug',
      'no-such',
      'plans.0.plan_json.weeks.0.days.0.problems.0.slug',
    ],
    ['plans.0.plan_json.weeks.0.theme', '<b>bold</b>', 'plans.0.plan_json.weeks.0.theme'],
    ['generations.0.events.0.data', { stage: 'party' }, 'generations.0.events.0'],
    ['generations.0.events.1.seq', 1, 'generations.0.events.1.seq'],
    ['generations.1.model_answer', { ok: 'yes' }, 'generations.1.model_answer.ok'],
  ])('at %s (%j) is refused there, and nothing of it is kept', async (at, value, field) => {
    const heir = api.learner()
    const refused = await send(heir, changed(at, value))
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
    expect(upToIds(await exportOf(heir))).toBe(upToIds(await exportOf(api.learner())))
    expect(await wrongCounts()).toEqual([])
  })

  test('another version is told which one would do', async () => {
    const refused = await send(api.learner(), changed('version', 7))
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors).toEqual([
      { field: 'version', message: 'This installation reads version 1; the file says 7.' },
    ])
  })

  test('cut short, or no JSON at all, is told so', async () => {
    const text = JSON.stringify(file)
    for (const body of [text.slice(0, text.length / 2), 'PK\u0003\u0004', ''])
      await readProblem(await send(api.learner(), body), { status: 400, code: 'request.malformed' })
    await readProblem(await send(api.learner(), []), { status: 400, code: 'request.invalid' })
  })

  test('that cannot be written to the end leaves nothing', async () => {
    const heir = api.learner()
    // Passes every check; the database refuses the last rows.
    await sql`create function refuse_comment() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`.execute(api.database.db)
    await sql`create trigger refuse before insert on comments for each row execute function refuse_comment()`.execute(
      api.database.db,
    )
    const failed = await send(heir, file)
    await sql`drop trigger refuse on comments`.execute(api.database.db)
    await readProblem(failed, { status: 500, code: 'server.error' })
    expect(upToIds(await exportOf(heir))).toBe(upToIds(await exportOf(api.learner())))
    expect((await send(heir, file)).status).toBe(200)
  })

  test('that is too large, too deep or made of too many values is refused', async () => {
    const over = JSON.stringify({ ...file, surprise: 'x'.repeat(20 * 1024 * 1024) })
    await readProblem(await send(api.learner(), over), { status: 413, code: 'request.too_large' })
    let deep: unknown = 1
    for (let i = 0; i < 40; i++) deep = [deep]
    for (const [body, code] of [
      [{ ...file, surprise: deep }, 'request.too_deep'],
      [{ ...file, attempts: Array(1_600_000).fill(0) }, 'request.invalid'],
      ['['.repeat(500_000) + ']'.repeat(500_000), 'request.too_deep'],
    ] as const)
      await readProblem(await send(api.learner(), body), { status: 400, code })
    const much = { ...file, notes: [], exported_at: file.exported_at }
    const many = {
      ...much,
      attempts: Array.from({ length: 5000 }, () => ({ ...file.attempts[0], id: crypto.randomUUID() })),
    }
    expect(JSON.stringify(many).length).toBeGreaterThan(64 * 1024)
    expect((await read(api.learner(), many)).imported.attempts).toBe(5000)
  })
})
