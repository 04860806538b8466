import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { commentPageSchema, commentSchema } from '../comments/comments.schemas.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { REPORTS_PER_DAY, REPORTS_TO_HIDE } from './moderation.constants.ts'
import { logPageSchema, moderationAccessSchema, queuedCommentSchema } from './moderation.schemas.ts'

const moderator = { id: randomUUID(), name: 'Mo' }
const api = useTestApi({ moderators: new Set([moderator.id]) })
const ada = api.learner('Ada')
const invalid = { status: 400, code: 'request.invalid' }

async function write(slug: string, learner = ada) {
  const body = { body: randomUUID(), tag: 'too_hard' }
  const response = await api.call('POST', `/v1/problems/${slug}/comments`, { learner, body })
  return readAnswer(response, { status: 201, schema: commentSchema })
}
function report(id: string, learner: TestLearner, body: unknown = { reason: 'spam' }) {
  return api.call('PUT', `/v1/comments/${id}/report`, { learner, body })
}
async function reportUntilHidden(id: string) {
  for (let n = 0; n < REPORTS_TO_HIDE; n += 1) expect((await report(id, api.learner())).status).toBe(200)
}
function decide(id: string, body: unknown, learner: TestLearner = moderator) {
  return api.call('POST', `/v1/moderation/comments/${id}`, { learner, body })
}
async function counts(slug: string) {
  const response = await api.call('GET', `/v1/problems/${slug}`)
  const found = await readAnswer(response, { status: 200, schema: problemSchema })
  return { comments: found.comment_count, tooHard: found.tag_counts.too_hard }
}
async function seenBy(slug: string, learner?: TestLearner) {
  const response = await api.call('GET', `/v1/problems/${slug}/comments`, { learner })
  const { items } = await readAnswer(response, { status: 200, schema: commentPageSchema })
  return items.map(({ id }) => id)
}
async function queue() {
  return readAllPages(api, '/v1/moderation/comments', {
    item: queuedCommentSchema,
    limit: 5,
    learner: moderator,
  })
}

describe('reporting', () => {
  test('the third learner who reports a comment takes it out of sight and out of the counts', async () => {
    const { id } = await write('two-sum')
    const before = await counts('two-sum')
    for (let n = 1; n < REPORTS_TO_HIDE; n += 1) await report(id, api.learner())
    expect(await seenBy('two-sum')).toContain(id)
    await report(id, api.learner())
    expect(await seenBy('two-sum')).not.toContain(id)
    expect(await seenBy('two-sum', api.learner())).not.toContain(id)
    expect(await counts('two-sum')).toEqual({ comments: before.comments - 1, tooHard: before.tooHard - 1 })
    const single = await api.call('GET', `/v1/comments/${id}`)
    await readProblem(single, { status: 404, code: 'comment.not_found' })
  })

  test('its author still sees what is hidden, and that it is', async () => {
    const { id } = await write('3sum')
    await reportUntilHidden(id)
    const single = await api.call('GET', `/v1/comments/${id}`, { learner: ada })
    expect(await readAnswer(single, { status: 200, schema: commentSchema })).toMatchObject({ hidden: true })
  })

  test('one learner counts once, however often they report', async () => {
    const { id } = await write('4sum')
    const bob = api.learner('Bob')
    for (let n = 0; n < REPORTS_TO_HIDE + 1; n += 1) expect((await report(id, bob)).status).toBe(200)
    expect(await seenBy('4sum', bob)).toContain(id)
    const page = await api.call('GET', '/v1/problems/4sum/comments', { learner: bob })
    const { items } = await readAnswer(page, { status: 200, schema: commentPageSchema })
    expect(items.find((item) => item.id === id)?.reported).toBe(true)
  })

  test('many who report at once hide it once', async () => {
    const { id } = await write('jump-game')
    const before = await counts('jump-game')
    const reporters = Array.from({ length: REPORTS_TO_HIDE + 3 }, () => api.learner())
    const statuses = await Promise.all(reporters.map(async (one) => (await report(id, one)).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(REPORTS_TO_HIDE)
    expect((await counts('jump-game')).comments).toBe(before.comments - 1)
  })

  test('one cannot report oneself, nothing, or what is not there', async () => {
    const { id } = await write('two-sum')
    await readProblem(await report(id, ada), { status: 409, code: 'moderation.own_comment' })
    await readProblem(await report(randomUUID(), ada), { status: 404, code: 'comment.not_found' })
    const bad = await readProblem(await report(id, api.learner(), { reason: 'dislike' }), invalid)
    expect(bad.errors).toMatchObject([{ field: 'reason' }])
    expect((await report(id, api.learner(), { reason: 'other', note: 'x'.repeat(501) })).status).toBe(400)
  })

  test('a learner may report so many comments a day', async () => {
    const eager = api.learner()
    for (let n = 0; n < REPORTS_PER_DAY; n += 1)
      expect((await report((await write('climbing-stairs')).id, eager)).status).toBe(200)
    const { id } = await write('climbing-stairs')
    const refused = await report(id, eager)
    expect(refused.headers.get('retry-after')).toBe('3600')
    await readProblem(refused, { status: 429, code: 'moderation.too_many_reports' })
    expect(
      await readAnswer(await api.call('GET', `/v1/comments/${id}`, { learner: eager }), {
        status: 200,
        schema: commentSchema,
      }),
    ).toMatchObject({ reported: false })
  })
})

describe('moderating', () => {
  test('only who is named may see the queue and the log, or decide', async () => {
    const { id } = await write('two-sum')
    for (const [method, path, body] of [
      ['GET', '/v1/moderation/comments', undefined],
      ['GET', '/v1/moderation/log', undefined],
      ['POST', `/v1/moderation/comments/${id}`, { action: 'delete', reason: 'because' }],
    ] as const) {
      const refused = await api.call(method, path, { learner: ada, body })
      await readProblem(refused, { status: 403, code: 'moderation.not_moderator' })
    }
    expect(await seenBy('two-sum')).toContain(id)
    for (const [learner, expected] of [
      [ada, false],
      [moderator, true],
    ] as const) {
      const access = await api.call('GET', '/v1/moderation', { learner })
      expect(await readAnswer(access, { status: 200, schema: moderationAccessSchema })).toEqual({
        moderator: expected,
      })
    }
  })

  test('the queue tells what was reported and why, and never by whom', async () => {
    const { id } = await write('word-break')
    const reporter = api.learner('Reporter')
    await report(id, reporter, { reason: 'spoiler', note: 'the whole code' })
    const item = (await queue()).find((one) => one.id === id)
    expect(item).toMatchObject({ problem: 'word-break', author: 'Ada', hidden: false, mine: false })
    expect(item?.reports).toMatchObject([{ reason: 'spoiler', note: 'the whole code' }])
    expect(JSON.stringify(item)).not.toContain(reporter.id)
    expect(JSON.stringify(item)).not.toContain(ada.id)
  })

  test('what is kept comes back with its counts and leaves the queue', async () => {
    const { id } = await write('group-anagrams')
    const before = await counts('group-anagrams')
    await reportUntilHidden(id)
    expect((await decide(id, { action: 'keep', reason: 'helpful' })).status).toBe(204)
    expect(await seenBy('group-anagrams')).toContain(id)
    expect(await counts('group-anagrams')).toEqual(before)
    expect((await queue()).map((item) => item.id)).not.toContain(id)
    await report(id, api.learner())
    expect(await seenBy('group-anagrams')).toContain(id)
  })

  test('what is hidden or deleted is counted out once, and its author can still delete what is hidden', async () => {
    const before = await counts('coin-change')
    const [hidden, deleted] = [await write('coin-change'), await write('coin-change')]
    await decide(hidden.id, { action: 'hide', reason: 'abuse' })
    await decide(hidden.id, { action: 'hide', reason: 'abuse again' })
    await decide(deleted.id, { action: 'delete', reason: 'spam' })
    expect(await counts('coin-change')).toEqual(before)
    const removed = await api.call('DELETE', `/v1/comments/${hidden.id}`, { learner: ada })
    expect(removed.status).toBe(204)
    expect(await counts('coin-change')).toEqual(before)
    const again = await decide(deleted.id, { action: 'keep', reason: 'changed my mind' })
    await readProblem(again, { status: 404, code: 'comment.not_found' })
  })

  test('a change of the tag of a hidden comment touches no count', async () => {
    const { id } = await write('edit-distance')
    await decide(id, { action: 'hide', reason: 'abuse' })
    const before = await counts('edit-distance')
    await api.call('PATCH', `/v1/comments/${id}`, { learner: ada, body: { tag: 'good_intro' } })
    expect(await counts('edit-distance')).toEqual(before)
  })

  test('nobody decides about their own comment', async () => {
    const { id } = await write('two-sum', moderator)
    const refused = await decide(id, { action: 'keep', reason: 'mine' })
    await readProblem(refused, { status: 409, code: 'moderation.own_comment' })
  })

  test('every decision stands in the log with its reason, and a decision without one is refused', async () => {
    const { id, body } = await write('two-sum')
    const refused = await readProblem(await decide(id, { action: 'hide', reason: ' ' }), invalid)
    expect(refused.errors).toMatchObject([{ field: 'reason' }])
    await decide(id, { action: 'hide', reason: 'insults a learner' })
    const log = await api.call('GET', '/v1/moderation/log', { learner: moderator })
    const { items } = await readAnswer(log, { status: 200, schema: logPageSchema })
    expect(items[0]).toMatchObject({
      action: 'hide',
      reason: 'insults a learner',
      mine: true,
      comment_id: id,
      comment_body: body,
    })
  })
})

describe('deleting an account', () => {
  test('takes reports back and the words of the learner out of the log', async () => {
    const author = api.learner('Author')
    const { id } = await write('rotate-image', author)
    const reporter = api.learner()
    await report(id, reporter)
    await api.call('DELETE', '/v1/me', { learner: reporter })
    expect((await queue()).map((item) => item.id)).not.toContain(id)
    await decide(id, { action: 'hide', reason: 'to be forgotten' })
    await api.call('DELETE', '/v1/me', { learner: author })
    const log = await api.call('GET', '/v1/moderation/log', { learner: moderator })
    const { items } = await readAnswer(log, { status: 200, schema: logPageSchema })
    expect(items.find((item) => item.comment_id === id)).toMatchObject({ comment_body: null })
  })
})
