import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { commentPageSchema, commentSchema } from './comments.schemas.ts'

const api = useTestApi()
const ada = api.learner('Ada')
const bob = api.learner('Bob')

async function write(problem: string, body: unknown, learner = ada) {
  const response = await api.call('POST', `/v1/problems/${problem}/comments`, { learner, body })
  return readAnswer(response, { status: 201, schema: commentSchema })
}

async function counts(problem: string) {
  const response = await api.call('GET', `/v1/problems/${problem}`)
  const { comment_count, tag_counts } = await readAnswer(response, { status: 200, schema: problemSchema })
  return { comment_count, ...tag_counts }
}

describe('writing', () => {
  test('a comment is answered with its address and can be read there by anyone', async () => {
    const response = await api.call('POST', '/v1/problems/two-sum/comments', {
      learner: ada,
      body: { body: '  Use a **hash map**.  ', tag: 'good_intro' },
    })
    const comment = await readAnswer(response, { status: 201, schema: commentSchema })
    expect(comment).toMatchObject({
      author: 'Ada',
      mine: true,
      body: 'Use a **hash map**.',
      tag: 'good_intro',
    })
    expect(response.headers.get('location')).toBe(`/v1/comments/${comment.id}`)
    const read = await api.call('GET', `/v1/comments/${comment.id}`)
    expect(await readAnswer(read, { status: 200, schema: commentSchema })).toEqual({
      ...comment,
      mine: false,
    })
  })

  test('the tag may be left out or null', async () => {
    expect((await write('add-two-numbers', { body: 'a' })).tag).toBeNull()
    expect((await write('add-two-numbers', { body: 'b', tag: null })).tag).toBeNull()
  })

  test('the name stays as it was at the time of writing', async () => {
    const early = { id: randomUUID(), name: 'Early' }
    const comment = await write('climbing-stairs', { body: 'first' }, early)
    const late = { ...early, name: 'Late' }
    const edited = await api.call('PATCH', `/v1/comments/${comment.id}`, {
      learner: late,
      body: { body: 'second' },
    })
    expect(await readAnswer(edited, { status: 200, schema: commentSchema })).toMatchObject({
      author: 'Early',
      body: 'second',
      mine: true,
    })
  })

  test('sent twice it is one comment, also when both arrive at once', async () => {
    const before = await counts('valid-parentheses')
    const sent = { body: 'a stack remembers', tag: 'good_intro' }
    const both = await Promise.all([write('valid-parentheses', sent), write('valid-parentheses', sent)])
    expect(both[0].id).toBe(both[1].id)
    expect((await counts('valid-parentheses')).comment_count).toBe(before.comment_count + 1)
  })

  test('the same text at more than three problems is refused', async () => {
    const sent = { body: 'visit my page' }
    for (const slug of ['two-sum', 'plus-one', 'word-break']) await write(slug, sent, bob)
    const fourth = await api.call('POST', '/v1/problems/jump-game/comments', { learner: bob, body: sent })
    await readProblem(fourth, { status: 409, code: 'comment.duplicate' })
  })

  test('2000 characters are taken, in any script', async () => {
    expect((await write('climbing-stairs', { body: '質'.repeat(2000) })).body).toHaveLength(2000)
  })

  test.each([
    ['an empty text', { body: '   ' }, 'body'],
    ['2001 characters', { body: 'x'.repeat(2001) }, 'body'],
    ['999 list marks in one another', { body: `${'- '.repeat(999)}a` }, 'body'],
    ['brackets that never close', { body: '['.repeat(2000) }, 'body'],
    ['a number for text', { body: 1 }, 'body'],
    ['no text', { tag: 'too_hard' }, 'body'],
    ['an unknown tag', { body: 'x', tag: 'boring' }, 'tag'],
    ['an unknown key', { body: 'x', author: 'Eve' }, 'author'],
    ['a NUL character', { body: 'a\0b' }, 'body'],
    ['half a surrogate pair', { body: 'a\ud800b' }, 'body'],
    ['a list', [], 'body'],
  ])('%s is refused at its field and writes nothing', async (_, body, field) => {
    const before = await counts('valid-anagram')
    const response = await api.call('POST', '/v1/problems/valid-anagram/comments', { learner: ada, body })
    const problem = await readProblem(response, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
    expect(await counts('valid-anagram')).toEqual(before)
  })

  test('a problem that does not exist is 404', async () => {
    const body = { body: 'x' }
    for (const slug of ['no-such-problem', randomUUID(), 'Not%20a%20slug'])
      await readProblem(await api.call('POST', `/v1/problems/${slug}/comments`, { learner: ada, body }), {
        status: 404,
        code: 'problem.not_found',
      })
  })
})

describe('counts', () => {
  test('follow writing, changing the tag and deleting', async () => {
    const none = { comment_count: 0, too_hard: 0, good_intro: 0, pattern_practice: 0 }
    expect(await counts('3sum')).toEqual(none)
    const first = await write('3sum', { body: 'one', tag: 'too_hard' })
    const second = await write('3sum', { body: 'two' }, bob)
    expect(await counts('3sum')).toEqual({ ...none, comment_count: 2, too_hard: 1 })
    const change = (id: string, learner: typeof ada, body: unknown) =>
      api.call('PATCH', `/v1/comments/${id}`, { learner, body })
    await change(first.id, ada, { tag: 'pattern_practice' })
    await change(second.id, bob, { tag: 'pattern_practice' })
    expect(await counts('3sum')).toEqual({ ...none, comment_count: 2, pattern_practice: 2 })
    await change(first.id, ada, { tag: null })
    await change(second.id, bob, { body: 'changed' })
    expect(await counts('3sum')).toEqual({ ...none, comment_count: 2, pattern_practice: 1 })
    expect((await api.call('DELETE', `/v1/comments/${second.id}`, { learner: bob })).status).toBe(204)
    expect(await counts('3sum')).toEqual({ ...none, comment_count: 1 })
    expect((await api.call('DELETE', `/v1/comments/${first.id}`, { learner: ada })).status).toBe(204)
    expect(await counts('3sum')).toEqual(none)
  })

  test('hold when one comment is changed and deleted by many requests at once', async () => {
    const comment = await write('4sum', { body: 'x', tag: 'too_hard' })
    const path = `/v1/comments/${comment.id}`
    const tags = ['too_hard', 'good_intro', 'pattern_practice', null]
    const changed = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        api.call('PATCH', path, { learner: ada, body: { tag: tags[i % 4] } }),
      ),
    )
    expect(changed.map((response) => response.status)).toEqual(Array(12).fill(200))
    const { comment_count, ...tagged } = await counts('4sum')
    expect(comment_count).toBe(1)
    expect(Object.values(tagged).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(1)
    const deleted = await Promise.all(
      Array.from({ length: 5 }, () => api.call('DELETE', path, { learner: ada })),
    )
    expect(deleted.map((response) => response.status).sort()).toEqual([204, 404, 404, 404, 404])
    expect(await counts('4sum')).toEqual({
      comment_count: 0,
      too_hard: 0,
      good_intro: 0,
      pattern_practice: 0,
    })
  })
})

describe('changing and deleting', () => {
  test('the same content again is fine and changes nothing', async () => {
    const comment = await write('two-sum', { body: 'same', tag: 'too_hard' })
    const response = await api.call('PATCH', `/v1/comments/${comment.id}`, {
      learner: ada,
      body: { body: 'same', tag: 'too_hard' },
    })
    expect(await readAnswer(response, { status: 200, schema: commentSchema })).toEqual(comment)
  })

  test("another's comment is refused with 403 and stays as it is", async () => {
    const comment = await write('two-sum', { body: 'mine' })
    const path = `/v1/comments/${comment.id}`
    const refusal = { status: 403, code: 'comment.not_yours' }
    await readProblem(await api.call('PATCH', path, { learner: bob, body: { body: 'yours' } }), refusal)
    await readProblem(await api.call('DELETE', path, { learner: bob }), refusal)
    const read = await api.call('GET', path, { learner: ada })
    expect(await readAnswer(read, { status: 200, schema: commentSchema })).toEqual(comment)
  })

  test('an unknown id is 404, and what is no id is refused', async () => {
    const unknown = `/v1/comments/${randomUUID()}`
    const missing = { status: 404, code: 'comment.not_found' }
    await readProblem(await api.call('GET', unknown), missing)
    await readProblem(await api.call('PATCH', unknown, { learner: ada, body: { body: 'x' } }), missing)
    await readProblem(await api.call('DELETE', unknown, { learner: ada }), missing)
    const refused = await api.call('DELETE', '/v1/comments/17', { learner: ada })
    expect((await readProblem(refused, { status: 400, code: 'request.invalid' })).errors).toMatchObject([
      { field: 'id' },
    ])
  })

  test.each([
    [{}],
    [{ body: '' }],
    [{ body: '> '.repeat(900) }],
    [{ tag: 'boring' }],
    [{ body: 'x', mine: true }],
    [{ body: null }],
  ])('the change %j is refused', async (body) => {
    const comment = await write('two-sum', { body: 'as it was' })
    const response = await api.call('PATCH', `/v1/comments/${comment.id}`, { learner: ada, body })
    await readProblem(response, { status: 400, code: 'request.invalid' })
  })
})

describe('reading', () => {
  test('pages are complete and in order both ways, also for comments of the same moment', async () => {
    const written: string[] = []
    for (let i = 0; i < 7; i++) written.push((await write('valid-palindrome', { body: `c${i}` })).id)
    const { db } = api.database
    // Three of one microsecond, and two that differ by one microsecond within a millisecond.
    const moments = ['.123456', '.123456', '.123456', '.123457', '.123455', '.2', '.3']
    for (const [i, id] of written.entries())
      await db
        .updateTable('comments')
        .set({ created_at: sql<Date>`${`2026-01-01T00:00:00${moments[i]}Z`}::timestamptz` })
        .where('id', '=', id)
        .execute()
    const inOrder = await db
      .selectFrom('comments')
      .innerJoin('problems', 'problems.id', 'comments.problem_id')
      .select('comments.id')
      .where('slug', '=', 'valid-palindrome')
      .orderBy('created_at')
      .orderBy('comments.id')
      .execute()
    const ids = inOrder.map((row) => row.id)
    for (const limit of [1, 2, 3, 7]) {
      const options = { item: commentSchema, limit }
      const oldest = await readAllPages(api, '/v1/problems/valid-palindrome/comments?sort=oldest', options)
      expect(oldest.map((comment) => comment.id)).toEqual(ids)
      const newest = await readAllPages(api, '/v1/problems/valid-palindrome/comments', options)
      expect(newest.map((comment) => comment.id)).toEqual([...ids].reverse())
    }
  })

  test("whose a comment is shows as a name and mine, and nowhere is a learner's id", async () => {
    await write('min-stack', { body: 'by Ada' }, ada)
    await write('min-stack', { body: 'by Bob' }, bob)
    const response = await api.call('GET', '/v1/problems/min-stack/comments?sort=oldest', { learner: bob })
    const text = await response.clone().text()
    const { items } = await readAnswer(response, { status: 200, schema: commentPageSchema })
    expect(items.map((item) => [item.author, item.mine])).toEqual([
      ['Ada', false],
      ['Bob', true],
    ])
    expect(text).not.toContain(ada.id)
    expect(text).not.toContain(bob.id)
  })

  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['sort=best', 'sort'],
    ['page=2', 'page'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('["0000-01-01T00:00:00.000000Z","x"]').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from('[1,2]').toString('base64url')}`, 'cursor'],
  ])('the query %s is refused at %s', async (query, field) => {
    const response = await api.call('GET', `/v1/problems/two-sum/comments?${query}`)
    const problem = await readProblem(response, { status: 400, code: 'request.invalid' })
    expect(problem.errors).toMatchObject([{ field }])
  })

  test('comments of an unknown problem are 404, of one without any an empty page', async () => {
    await readProblem(await api.call('GET', '/v1/problems/no-such/comments'), {
      status: 404,
      code: 'problem.not_found',
    })
    const none = await api.call('GET', '/v1/problems/word-ladder/comments')
    expect(await readAnswer(none, { status: 200, schema: commentPageSchema })).toEqual({
      items: [],
      next_cursor: null,
    })
  })
})
