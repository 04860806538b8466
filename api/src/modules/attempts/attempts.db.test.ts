import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { attemptPageSchema, attemptSchema } from './attempts.schemas.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const api = useTestApi({ clock: () => NOW })

function post(problem: string, { learner = api.learner(), body = {}, key = '' }) {
  return api.call('POST', `/v1/problems/${problem}/attempts`, {
    learner,
    body,
    headers: key ? { 'idempotency-key': key } : {},
  })
}
async function record(...request: Parameters<typeof post>) {
  return readAnswer(await post(...request), { status: 201, schema: attemptSchema })
}
async function statusOf(problem: string, learner: { id: string; name: string }) {
  const response = await api.call('GET', `/v1/problems/${problem}`, { learner })
  return (await readAnswer(response, { status: 200, schema: problemSchema })).status
}
async function rowsOf(learner: { id: string }) {
  const { db } = api.database
  const attempts = await db.selectFrom('attempts').selectAll().where('learner_id', '=', learner.id).execute()
  const progress = await db
    .selectFrom('problem_progress')
    .selectAll()
    .where('learner_id', '=', learner.id)
    .execute()
  return { attempts, progress }
}

describe('recording', () => {
  test('answers what was recorded, with what was left out as null', async () => {
    const full = { outcome: 'solved', minutes: 25, rating: 'good', started_at: '2026-05-04T09:30:00+00:00' }
    const attempt = await record('two-sum', { body: full })
    expect(attempt).toMatchObject({ ...full, problem: 'two-sum', started_at: '2026-05-04T09:30:00.000Z' })
    const bare = await record('two-sum', { body: { outcome: 'skipped' } })
    expect(bare).toMatchObject({ outcome: 'skipped', minutes: null, rating: null, started_at: null })
  })

  test('a problem can be named by its id, and is answered by its slug', async () => {
    const { problem } = await record('two-sum', { body: { outcome: 'tried' } })
    const { db } = api.database
    const { id } = await db
      .selectFrom('problems')
      .select('id')
      .where('slug', '=', problem)
      .executeTakeFirstOrThrow()
    expect((await record(id, { body: { outcome: 'tried' } })).problem).toBe('two-sum')
  })

  test('the newest outcome is the status, and a first solve stays known', async () => {
    const learner = api.learner()
    expect(await statusOf('3sum', learner)).toBe('todo')
    for (const outcome of ['stuck', 'tried', 'solved', 'skipped']) {
      await record('3sum', { learner, body: { outcome } })
      expect(await statusOf('3sum', learner)).toBe(outcome)
    }
    const { attempts, progress } = await rowsOf(learner)
    const solved = attempts.find((attempt) => attempt.outcome === 'solved')
    expect(progress).toMatchObject([{ status: 'skipped', solved_at: solved?.created_at }])
    await record('3sum', { learner, body: { outcome: 'solved' } })
    expect((await rowsOf(learner)).progress).toMatchObject([
      { status: 'solved', solved_at: solved?.created_at },
    ])
    expect(await statusOf('3sum', api.learner())).toBe('todo')
  })

  test('attempts at once leave the standing of the newest', async () => {
    const learner = api.learner()
    const outcomes = ['solved', 'tried', 'stuck', 'skipped']
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => record('4sum', { learner, body: { outcome: outcomes[i % 4] } })),
    )
    const { db } = api.database
    const newest = await db
      .selectFrom('attempts')
      .innerJoin('problem_progress', 'problem_progress.learner_id', 'attempts.learner_id')
      .select(['outcome', 'status'])
      .where('attempts.learner_id', '=', learner.id)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(newest.status).toBe(newest.outcome)
  })

  test.each([
    ['an unknown outcome', { outcome: 'won' }, 'outcome'],
    ['no outcome', { minutes: 5 }, 'outcome'],
    ['no minutes at all', { outcome: 'solved', minutes: 0 }, 'minutes'],
    ['a week', { outcome: 'solved', minutes: 10_080 }, 'minutes'],
    ['half a minute', { outcome: 'solved', minutes: 0.5 }, 'minutes'],
    ['minutes as text', { outcome: 'solved', minutes: '5' }, 'minutes'],
    ['an unknown rating', { outcome: 'solved', rating: 'fine' }, 'rating'],
    ['a start in the future', { outcome: 'solved', started_at: '2026-05-04T10:01:00Z' }, 'started_at'],
    [
      'a start in the future by its zone',
      { outcome: 'solved', started_at: '2026-05-04T10:00:00-01:00' },
      'started_at',
    ],
    ['a start without a zone', { outcome: 'solved', started_at: '2026-05-04T09:00:00' }, 'started_at'],
    ['a start on no day', { outcome: 'solved', started_at: '2026-02-30T09:00:00Z' }, 'started_at'],
    ['a start in the year 0', { outcome: 'solved', started_at: '0000-01-01T00:00:00Z' }, 'started_at'],
    ['an unknown key', { outcome: 'solved', learner_id: randomUUID() }, 'learner_id'],
  ])('%s is refused at its field and writes nothing', async (_, body, field) => {
    const learner = api.learner()
    const problem = await readProblem(await post('two-sum', { learner, body }), {
      status: 400,
      code: 'request.invalid',
    })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
    expect(await rowsOf(learner)).toEqual({ attempts: [], progress: [] })
  })

  test('a problem that does not exist is 404', async () => {
    const response = await post('no-such-problem', { body: { outcome: 'solved' } })
    await readProblem(response, { status: 404, code: 'problem.not_found' })
  })
})

describe('an idempotency key', () => {
  const body = { outcome: 'solved', minutes: 12, started_at: '2026-05-04T09:00:00.123Z' }

  test('gives the first attempt again and writes nothing', async () => {
    const learner = api.learner()
    const first = await record('two-sum', { learner, body, key: 'k1' })
    await record('two-sum', { learner, body: { outcome: 'stuck' } })
    expect(await record('two-sum', { learner, body, key: 'k1' })).toEqual(first)
    expect((await rowsOf(learner)).attempts).toHaveLength(2)
    expect(await statusOf('two-sum', learner)).toBe('stuck')
  })

  test.each([
    ['another outcome', 'two-sum', { ...body, outcome: 'tried' }],
    ['other minutes', 'two-sum', { ...body, minutes: 13 }],
    ['a rating more', 'two-sum', { ...body, rating: 'easy' }],
    ['another start', 'two-sum', { ...body, started_at: '2026-05-04T09:00:00.124Z' }],
    ['no start', 'two-sum', { outcome: 'solved', minutes: 12 }],
    ['another problem', '3sum', body],
  ])('with %s is refused', async (_, problem, second) => {
    const learner = api.learner()
    await record('two-sum', { learner, body, key: 'k' })
    const response = await post(problem, { learner, body: second, key: 'k' })
    await readProblem(response, { status: 422, code: 'idempotency.mismatch' })
    expect((await rowsOf(learner)).attempts).toHaveLength(1)
  })

  test('of one learner says nothing about another', async () => {
    const [one, other] = [api.learner(), api.learner()]
    const first = await record('two-sum', { learner: one, body, key: 'shared' })
    const second = await record('two-sum', { learner: other, body: { outcome: 'stuck' }, key: 'shared' })
    expect(second.id).not.toBe(first.id)
  })

  test('writes one row however many requests carry it at once', async () => {
    const learner = api.learner()
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () => record('two-sum', { learner, body, key: 'x' })),
    )
    expect(new Set(attempts.map((attempt) => attempt.id)).size).toBe(1)
    const rows = await rowsOf(learner)
    expect([rows.attempts.length, rows.progress.length]).toEqual([1, 1])
  })

  test('over 200 characters is refused', async () => {
    const response = await post('two-sum', { body, key: 'k'.repeat(201) })
    await readProblem(response, { status: 400, code: 'request.invalid' })
  })
})

describe('reading', () => {
  test("pages are complete, newest first, the learner's own only", async () => {
    const [learner, other] = [api.learner(), api.learner()]
    const problems = ['two-sum', '3sum', 'two-sum', '4sum', 'two-sum']
    const written = []
    for (const problem of problems) {
      written.unshift(await record(problem, { learner, body: { outcome: 'tried' } }))
      await record(problem, { learner: other, body: { outcome: 'solved' } })
    }
    for (const limit of [1, 2, 5, 100]) {
      const options = { item: attemptSchema, limit, learner }
      expect(await readAllPages(api, '/v1/attempts', options)).toEqual(written)
      expect(await readAllPages(api, '/v1/problems/two-sum/attempts', options)).toEqual(
        written.filter((attempt) => attempt.problem === 'two-sum'),
      )
    }
  })

  test('none is an empty page, and none of an unknown problem is 404', async () => {
    const learner = api.learner()
    const empty = { items: [], next_cursor: null }
    for (const path of ['/v1/attempts', '/v1/problems/two-sum/attempts']) {
      const response = await api.call('GET', path, { learner })
      expect(await readAnswer(response, { status: 200, schema: attemptPageSchema })).toEqual(empty)
    }
    const unknown = await api.call('GET', '/v1/problems/no-such/attempts', { learner })
    await readProblem(unknown, { status: 404, code: 'problem.not_found' })
  })

  test.each(['limit=0', 'limit=101', 'cursor=x', 'learner_id=1'])(
    'the query %s is refused',
    async (query) => {
      for (const path of ['/v1/attempts', '/v1/problems/two-sum/attempts']) {
        const response = await api.call('GET', `${path}?${query}`, { learner: api.learner() })
        await readProblem(response, { status: 400, code: 'request.invalid' })
      }
    },
  )
})

describe('completing and taking back', () => {
  const change = (method: string, id: string, learner: TestLearner, body?: unknown) =>
    api.call(method, `/v1/attempts/${id}`, { learner, body })
  const cardsOf = (learner: TestLearner) =>
    api.database.db.selectFrom('review_cards').selectAll().where('learner_id', '=', learner.id).execute()

  test('what is open is filled once, and what is set stays', async () => {
    const learner = api.learner()
    const { id } = await record('two-sum', { learner, body: { outcome: 'solved' }, key: 'k' })
    const [before] = await cardsOf(learner)
    const filled = await change('PATCH', id, learner, { rating: 'easy', minutes: 9 })
    expect(await readAnswer(filled, { status: 200, schema: attemptSchema })).toMatchObject({
      rating: 'easy',
      minutes: 9,
    })
    const [after] = await cardsOf(learner)
    expect(after?.due.getTime()).toBeGreaterThan(before?.due.getTime() ?? 0)
    expect((await change('PATCH', id, learner, { rating: 'easy', hints_used: 0 })).status).toBe(200)
    const other = await change('PATCH', id, learner, { rating: 'hard' })
    const problem = await readProblem(other, { status: 409, code: 'attempt.already_set' })
    expect(problem.errors?.map(({ field }) => field)).toEqual(['rating'])
    // The request that made it may come again from a queue.
    expect(await record('two-sum', { learner, body: { outcome: 'solved' }, key: 'k' })).toMatchObject({
      id,
      rating: 'easy',
    })
  })

  test('taken back it counts nowhere, and the one before stands again', async () => {
    const learner = api.learner()
    await record('two-sum', { learner, body: { outcome: 'stuck' } })
    const { id } = await record('two-sum', { learner, body: { outcome: 'solved' } })
    expect(await statusOf('two-sum', learner)).toBe('solved')
    const gone = await readAnswer(await change('DELETE', id, learner), { status: 200, schema: attemptSchema })
    expect(gone.retracted_at).not.toBeNull()
    expect(await statusOf('two-sum', learner)).toBe('stuck')
    expect((await rowsOf(learner)).attempts).toHaveLength(2)
    expect(await readAllPages(api, '/v1/attempts', { item: attemptSchema, limit: 10, learner })).toHaveLength(
      1,
    )
    expect((await change('DELETE', id, learner)).status).toBe(200)
    await readProblem(await change('PATCH', id, learner, { minutes: 3 }), {
      status: 404,
      code: 'attempt.not_found',
    })
  })

  test('the only attempt taken back leaves neither standing nor card', async () => {
    const learner = api.learner()
    const { id } = await record('two-sum', { learner, body: { outcome: 'tried' } })
    expect(await cardsOf(learner)).toHaveLength(1)
    await change('DELETE', id, learner)
    expect([await cardsOf(learner), (await rowsOf(learner)).progress]).toEqual([[], []])
  })

  test('after a day it is too late', async () => {
    const learner = api.learner()
    const { id } = await record('two-sum', { learner, body: { outcome: 'tried' } })
    await api.database.db
      .updateTable('attempts')
      .set({ created_at: new Date(NOW.getTime() - 25 * 3_600_000) })
      .where('id', '=', id)
      .execute()
    await readProblem(await change('DELETE', id, learner), { status: 409, code: 'attempt.too_old' })
  })

  test('another learner’s is not found, and bad bodies are refused', async () => {
    const learner = api.learner()
    const { id } = await record('two-sum', { learner, body: { outcome: 'tried' } })
    for (const method of ['PATCH', 'DELETE']) {
      const response = await change(
        method,
        id,
        api.learner(),
        method === 'PATCH' ? { minutes: 3 } : undefined,
      )
      await readProblem(response, { status: 404, code: 'attempt.not_found' })
    }
    for (const body of [{}, { minutes: 0 }, { minutes: 10_080 }, { hints_used: 4 }, { outcome: 'solved' }])
      await readProblem(await change('PATCH', id, learner, body), { status: 400, code: 'request.invalid' })
  })
})
