import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { CODE_MAX, codeDraftSchema, codeDraftsSchema } from './code-drafts.schemas.ts'

const api = useTestApi()
const path = '/v1/problems/two-sum/drafts/python'

function put(learner: TestLearner, code: string, version: string | null = null) {
  return api.call('PUT', path, { learner, body: { code, version } })
}
async function keep(...request: Parameters<typeof put>) {
  return readAnswer(await put(...request), { status: 200, schema: codeDraftSchema })
}

describe('a draft', () => {
  test('comes back as it was written, for its language alone', async () => {
    const learner = api.learner()
    const first = await keep(learner, 'def two_sum():\n\tpass\n')
    const read = await api.call('GET', path, { learner })
    expect(await readAnswer(read, { status: 200, schema: codeDraftSchema })).toEqual(first)
    const empty = await keep(learner, '', first.version)
    expect([empty.code, empty.version === first.version]).toEqual(['', false])
    const other = await api.call('GET', '/v1/problems/two-sum/drafts/typescript', { learner })
    await readProblem(other, { status: 404, code: 'draft.not_found' })
  })

  test('is listed beside those of other languages; none is an empty list', async () => {
    const learner = api.learner()
    const list = async (slug = 'two-sum') =>
      readAnswer(await api.call('GET', `/v1/problems/${slug}/drafts`, { learner }), {
        status: 200,
        schema: codeDraftsSchema,
      })
    expect(await list()).toEqual({ items: [] })
    const kept = await keep(learner, 'def two_sum(): pass')
    await keep(api.learner(), 'of somebody else')
    expect(await list()).toEqual({ items: [kept] })
    expect(await list('3sum')).toEqual({ items: [] })
    await readProblem(await api.call('GET', '/v1/problems/no-such/drafts', { learner }), {
      status: 404,
      code: 'problem.not_found',
    })
  })

  test('kept on another device meanwhile is not overwritten: the newer code comes along', async () => {
    const learner = api.learner()
    const { version } = await keep(learner, 'first')
    const answers = await Promise.all(['a', 'b', 'c'].map((code) => put(learner, code, version)))
    const kept = answers.filter(({ status }) => status === 200)
    expect(kept).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect((await readProblem(answer, { status: 409, code: 'draft.changed' })).current).toMatchObject({
        code: expect.stringMatching(/^[abc]$/),
      })
  })

  test('sent twice changes nothing', async () => {
    const learner = api.learner()
    const first = await keep(learner, 'same')
    expect(await keep(learner, 'same')).toEqual(first)
  })

  test('that is too long, in no language of ours or of no problem is refused', async () => {
    const learner = api.learner()
    expect((await keep(learner, 'x'.repeat(CODE_MAX))).code).toHaveLength(CODE_MAX)
    await readProblem(await put(learner, 'x'.repeat(CODE_MAX + 1)), { status: 400, code: 'request.invalid' })
    const body = { code: 'x', version: null }
    const cobol = await api.call('PUT', '/v1/problems/two-sum/drafts/cobol', { learner, body })
    await readProblem(cobol, { status: 400, code: 'request.invalid' })
    const none = await api.call('PUT', '/v1/problems/no-such/drafts/python', { learner, body })
    await readProblem(none, { status: 404, code: 'problem.not_found' })
  })
})
