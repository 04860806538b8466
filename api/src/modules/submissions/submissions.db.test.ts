import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptPageSchema, attemptSchema } from '../attempts/attempts.schemas.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { submissionItemSchema, submissionSchema, submittedSchema } from './submissions.schemas.ts'

const api = useTestApi()

const failed = {
  language: 'python',
  code: 'def two_sum(nums, target):\n    return []\n',
  outcome: 'failed',
  passed: 3,
  total: 12,
  ms: 40,
  hints_used: 1,
}
const accepted = { ...failed, outcome: 'accepted', passed: 12 }

function post(learner: TestLearner, body: unknown, { slug = 'two-sum', key = '' } = {}) {
  const headers: Record<string, string> = key ? { 'idempotency-key': key } : {}
  return api.call('POST', `/v1/problems/${slug}/submissions`, { learner, body, headers })
}
async function submit(...request: Parameters<typeof post>) {
  return readAnswer(await post(...request), { status: 201, schema: submittedSchema })
}
const record = (learner: TestLearner, id: string, body: unknown) =>
  api.call('POST', `/v1/submissions/${id}/attempt`, { learner, body })
async function attemptsOf(learner: TestLearner) {
  const response = await api.call('GET', '/v1/attempts', { learner })
  return (await readAnswer(response, { status: 200, schema: attemptPageSchema })).items
}

describe('a submission', () => {
  test('is kept with its code, and says what an attempt could say', async () => {
    const learner = api.learner()
    const { suggested_attempt, ...item } = await submit(learner, { ...failed, minutes: 12 })
    expect(item).toMatchObject({ problem: 'two-sum', outcome: 'failed', passed: 3, attempt_id: null })
    expect(suggested_attempt).toEqual({ outcome: 'tried', minutes: 12, rating: 'again', hints_used: 1 })
    const kept = await api.call('GET', `/v1/submissions/${item.id}`, { learner })
    expect(await readAnswer(kept, { status: 200, schema: submissionSchema })).toEqual({
      ...item,
      code: failed.code,
    })
    expect(await attemptsOf(learner)).toEqual([])
  })

  test('sent twice with one key is kept once; the key says nothing else later', async () => {
    const learner = api.learner()
    const first = await submit(learner, failed, { key: 'a' })
    expect(await submit(learner, failed, { key: 'a' })).toEqual(first)
    const other = await post(learner, { ...failed, code: 'pass' }, { key: 'a' })
    await readProblem(other, { status: 422, code: 'idempotency.mismatch' })
    const elsewhere = await post(learner, failed, { key: 'a', slug: '3sum' })
    await readProblem(elsewhere, { status: 422, code: 'idempotency.mismatch' })
  })

  test('after failed ones feels harder, until an attempt was recorded', async () => {
    const learner = api.learner()
    const quick = { ...accepted, hints_used: 0, minutes: 5 }
    expect((await submit(learner, quick)).suggested_attempt.rating).toBe('easy')
    for (let i = 0; i < 3; i++) await submit(learner, failed)
    const { id, suggested_attempt } = await submit(learner, quick)
    expect(suggested_attempt.rating).toBe('hard')
    expect((await record(learner, id, { outcome: 'solved' })).status).toBe(201)
    expect((await submit(learner, quick)).suggested_attempt.rating).toBe('easy')
  })

  test.each([
    ['passed', { passed: 12 }],
    ['passed', { outcome: 'accepted' }],
    ['total', { total: 0, passed: 0 }],
    ['language', { language: 'cobol' }],
    ['code', { code: 'x'.repeat(50_001) }],
    ['code', { code: '' }],
    ['hints_used', { hints_used: 4 }],
    ['learner_id', { learner_id: 'x' }],
  ])('is refused at %s for %o', async (field, given) => {
    const learner = api.learner()
    const problem = await readProblem(await post(learner, { ...failed, ...given }), {
      status: 400,
      code: 'request.invalid',
    })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
  })

  test('is for problems of the catalogue', async () => {
    const learner = api.learner()
    await readProblem(await post(learner, failed, { slug: 'no-such' }), {
      status: 404,
      code: 'problem.not_found',
    })
    const own = await api.call('POST', '/v1/own-problems', { learner, body: anOwnProblem() })
    const { slug } = await readAnswer(own, { status: 201, schema: problemSchema })
    await readProblem(await post(learner, failed, { slug }), { status: 404, code: 'problem.not_found' })
  })

  test('is listed newest first, page by page, for who made it alone', async () => {
    const [learner, other] = [api.learner(), api.learner()]
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.push((await submit(learner, { ...failed, ms: i })).id)
    await submit(other, failed)
    await submit(learner, failed, { slug: '3sum' })
    const items = await readAllPages(api, '/v1/problems/two-sum/submissions', {
      item: submissionItemSchema,
      limit: 2,
      learner,
    })
    expect(items.map(({ id }) => id)).toEqual(made.reverse())
    const theirs = await api.call('GET', `/v1/submissions/${made[0]}`, { learner: other })
    await readProblem(theirs, { status: 404, code: 'submission.not_found' })
  })
})

describe('recording a submission as an attempt', () => {
  test('makes one attempt, links it, and the problem is solved', async () => {
    const learner = api.learner()
    const { id } = await submit(learner, accepted)
    const body = { outcome: 'solved', minutes: 14, rating: 'good', hints_used: 1 }
    const attempt = await readAnswer(await record(learner, id, body), { status: 201, schema: attemptSchema })
    expect(attempt).toMatchObject({ ...body, problem: 'two-sum' })
    expect(await readAnswer(await record(learner, id, body), { status: 201, schema: attemptSchema })).toEqual(
      attempt,
    )
    expect(await attemptsOf(learner)).toEqual([attempt])
    const kept = await api.call('GET', `/v1/submissions/${id}`, { learner })
    const submission = await readAnswer(kept, { status: 200, schema: submissionSchema })
    expect(submission.attempt_id).toBe(attempt.id)
    const problem = await api.call('GET', '/v1/problems/two-sum', { learner })
    expect((await readAnswer(problem, { status: 200, schema: problemSchema })).status).toBe('solved')
  })

  test('another way than before, of another learner, or from the future is refused', async () => {
    const learner = api.learner()
    const { id } = await submit(learner, accepted)
    expect((await record(learner, id, { outcome: 'solved' })).status).toBe(201)
    const again = await record(learner, id, { outcome: 'stuck' })
    await readProblem(again, { status: 422, code: 'idempotency.mismatch' })
    const theirs = await record(api.learner(), id, { outcome: 'solved' })
    await readProblem(theirs, { status: 404, code: 'submission.not_found' })
    const future = await record(learner, id, { outcome: 'solved', started_at: '2199-01-01T00:00:00Z' })
    await readProblem(future, { status: 400, code: 'request.invalid' })
    expect(await attemptsOf(learner)).toHaveLength(1)
  })
})
