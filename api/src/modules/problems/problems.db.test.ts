import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import {
  type Problem,
  problemPageSchema,
  problemSchema,
  problemSorts,
  upvoteSchema,
} from './problems.schemas.ts'

const api = useTestApi()
const learner = api.learner()
const solved = ['two-sum', 'valid-anagram', 'climbing-stairs']
let catalogue: Problem[] = []

async function list(query: string, reader = learner, limit = 100) {
  return readAllPages(api, `/v1/problems?${query}`, { item: problemSchema, limit, learner: reader })
}
async function read(slug: string, reader?: typeof learner) {
  const response = await api.call('GET', `/v1/problems/${slug}`, { learner: reader })
  return readAnswer(response, { status: 200, schema: problemSchema })
}
const slugs = (problems: Problem[]) => problems.map((problem) => problem.slug)

beforeAll(async () => {
  for (const slug of solved)
    await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body: { outcome: 'solved' } })
  await api.call('POST', '/v1/problems/3sum/attempts', { learner, body: { outcome: 'stuck' } })
  for (const [slug, votes] of [
    ['3sum', 3],
    ['4sum', 3],
    ['two-sum', 5],
    ['word-ladder', 1],
  ] as const)
    for (let i = 0; i < votes; i++)
      await api.call('PUT', `/v1/problems/${slug}/upvote`, { learner: api.learner() })
  catalogue = await list('sort=number')
})

describe('the list', () => {
  test('has the whole catalogue, without a token as well', async () => {
    expect(catalogue).toHaveLength(375)
    const open = await readAllPages(api, '/v1/problems', { item: problemSchema, limit: 100 })
    expect(slugs(open)).toEqual(slugs(catalogue))
    expect(open.every((problem) => problem.status === 'todo' && !problem.upvoted)).toBe(true)
  })

  test('has 50 problems a page unless told otherwise', async () => {
    const response = await api.call('GET', '/v1/problems')
    const page = await readAnswer(response, { status: 200, schema: problemPageSchema })
    expect(page.items).toHaveLength(50)
    expect(page.next_cursor).not.toBeNull()
  })

  const ranks = { easy: 1, medium: 2, hard: 3 }
  const keys: Record<(typeof problemSorts)[number], (problem: Problem) => number | string> = {
    number: (problem) => problem.number,
    title: (problem) => problem.title.toLowerCase(),
    difficulty: (problem) => ranks[problem.difficulty],
    minutes: (problem) => problem.minutes,
    upvotes: (problem) => -problem.upvotes,
    acceptance: (problem) => -problem.acceptance,
  }
  test.each(problemSorts)('sorted by %s pages completely, in order, ties by number', async (sort) => {
    const key = keys[sort]
    const expected = [...catalogue].sort((a, b) => {
      const [first, second] = [key(a), key(b)]
      return first < second ? -1 : first > second ? 1 : a.number - b.number
    })
    for (const limit of [37, 100])
      expect(slugs(await list(`sort=${sort}`, learner, limit))).toEqual(slugs(expected))
  })

  const filters: [string, (problem: Problem) => boolean][] = [
    ['topic=trees', (p) => p.topic === 'trees'],
    ['topic=trees&topic=graphs', (p) => p.topic === 'trees' || p.topic === 'graphs'],
    ['pattern=hash-map', (p) => p.patterns.includes('hash-map')],
    [
      'pattern=hash-map&pattern=hash-set',
      (p) => p.patterns.includes('hash-map') || p.patterns.includes('hash-set'),
    ],
    ['difficulty=hard', (p) => p.difficulty === 'hard'],
    ['difficulty=easy&difficulty=hard', (p) => p.difficulty !== 'medium'],
    ['list=blind75', (p) => p.lists.includes('blind75')],
    ['status=solved', (p) => solved.includes(p.slug)],
    ['status=solved&status=stuck', (p) => [...solved, '3sum'].includes(p.slug)],
    ['status=todo', (p) => ![...solved, '3sum'].includes(p.slug)],
    ['status=skipped', () => false],
    ['q=sum', (p) => /sum/i.test(p.title) || p.slug.includes('sum')],
    [
      'q=SUM&topic=trees&difficulty=medium',
      (p) => /sum/i.test(p.title) && p.topic === 'trees' && p.difficulty === 'medium',
    ],
    ['q=1', (p) => p.number === 1 || p.title.includes('1') || p.slug.includes('1')],
    ['q=two-sum', (p) => p.slug.includes('two-sum')],
  ]
  test.each(filters)('%s finds just what it says, in every sort', async (query, matches) => {
    const expected = slugs(catalogue.filter(matches)).sort()
    for (const sort of problemSorts) {
      const found = slugs(await list(`${query}&sort=${sort}`, learner, 13 + 7 * problemSorts.indexOf(sort)))
      expect(found.sort()).toEqual(expected)
    }
  })

  test('takes % and _ in a search as letters', async () => {
    expect(await list('q=%25')).toEqual([])
    expect(await list('q=_')).toEqual([])
    expect(await list('q=two_sum')).toEqual([])
    expect(await list(`q=${encodeURIComponent('\\')}`)).toEqual([])
    expect(await list(`q=${encodeURIComponent("'; drop table problems; --")}`)).toEqual([])
  })

  test('with an empty search is the whole list', async () => {
    expect(await list('q=')).toHaveLength(375)
  })

  test('leaves out what was retired, which can still be read', async () => {
    const { db } = api.database
    await db
      .updateTable('problems')
      .set({ retired_at: new Date() })
      .where('slug', '=', 'design-twitter')
      .execute()
    expect(slugs(await list('q=twitter'))).toEqual([])
    expect((await read('design-twitter')).slug).toBe('design-twitter')
    await db.updateTable('problems').set({ retired_at: null }).execute()
  })

  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=many', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['sort=best', 'sort'],
    ['topic=no-such-topic', 'topic'],
    ['topic=Not%20a%20slug', 'topic'],
    ['pattern=no-such-pattern', 'pattern'],
    ['difficulty=extreme', 'difficulty'],
    ['list=my-list', 'list'],
    ['status=done', 'status'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['q=a%00b', 'q'],
    ['page=2', 'page'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('["a",1]').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from('[1,2,3]').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from('[1,99999999999]').toString('base64url')}`, 'cursor'],
    [`sort=title&cursor=${Buffer.from('["a\\u0000b",1]').toString('base64url')}`, 'cursor'],
    [`cursor=${'a'.repeat(501)}`, 'cursor'],
  ])('refuses %s at %s', async (query, field) => {
    const response = await api.call('GET', `/v1/problems?${query}`)
    const problem = await readProblem(response, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field.split('.')[0])).toContain(field)
  })

  test('refuses the cursor of another sort', async () => {
    const byTitle = await api.call('GET', '/v1/problems?sort=title&limit=1')
    const { next_cursor } = await readAnswer(byTitle, { status: 200, schema: problemPageSchema })
    const response = await api.call('GET', `/v1/problems?sort=number&cursor=${next_cursor}`)
    await readProblem(response, { status: 400, code: 'request.invalid' })
  })
})

describe('one problem', () => {
  test('is found by slug and by id', async () => {
    const bySlug = await read('two-sum')
    expect(bySlug).toMatchObject({ number: 1, title: 'Two Sum', topic: 'arrays-hashing', upvotes: 5 })
    expect(await read(bySlug.id)).toEqual(bySlug)
    expect(await read(bySlug.id.toUpperCase())).toEqual(bySlug)
  })

  test("shows the learner's own marks only to them", async () => {
    expect((await read('3sum', learner)).status).toBe('stuck')
    expect((await read('3sum', api.learner())).status).toBe('todo')
    expect((await read('3sum')).status).toBe('todo')
  })

  test.each(['no-such-problem', randomUUID(), 'two_sum', 'TWO-SUM', '%27', '..%2F..%2Fetc'])(
    '%s is 404',
    async (slug) => {
      await readProblem(await api.call('GET', `/v1/problems/${slug}`), {
        status: 404,
        code: 'problem.not_found',
      })
    },
  )

  test.each(['x'.repeat(121), 'a%00b'])('an impossible slug is refused', async (slug) => {
    await readProblem(await api.call('GET', `/v1/problems/${slug}`), { status: 400, code: 'request.invalid' })
  })
})

describe('upvotes', () => {
  async function vote(method: 'PUT' | 'DELETE', slug: string, voter = api.learner()) {
    const response = await api.call(method, `/v1/problems/${slug}/upvote`, { learner: voter })
    return readAnswer(response, { status: 200, schema: upvoteSchema })
  }

  test('count once a learner, and are taken back once', async () => {
    const voter = api.learner()
    for (let i = 0; i < 2; i++)
      expect(await vote('PUT', 'min-stack', voter)).toEqual({ upvotes: 1, upvoted: true })
    expect(await read('min-stack', voter)).toMatchObject({ upvotes: 1, upvoted: true })
    expect(await read('min-stack', api.learner())).toMatchObject({ upvotes: 1, upvoted: false })
    for (let i = 0; i < 2; i++)
      expect(await vote('DELETE', 'min-stack', voter)).toEqual({ upvotes: 0, upvoted: false })
    expect(await vote('DELETE', 'min-stack')).toEqual({ upvotes: 0, upvoted: false })
  })

  test('of one learner in 20 requests at once count once', async () => {
    const voter = api.learner()
    await Promise.all(Array.from({ length: 20 }, () => vote('PUT', 'valid-palindrome', voter)))
    expect(await read('valid-palindrome')).toMatchObject({ upvotes: 1 })
    await Promise.all(Array.from({ length: 20 }, () => vote('DELETE', 'valid-palindrome', voter)))
    expect(await read('valid-palindrome')).toMatchObject({ upvotes: 0 })
  })

  test('of 20 learners at once count 20', async () => {
    await Promise.all(Array.from({ length: 20 }, () => vote('PUT', 'house-robber')))
    expect(await read('house-robber')).toMatchObject({ upvotes: 20 })
  })

  test('equal the rows after much to and fro', async () => {
    const voters = Array.from({ length: 5 }, () => api.learner())
    const requests = Array.from({ length: 100 }, (_, i) =>
      vote(i % 3 === 0 ? 'DELETE' : 'PUT', ['coin-change', 'jump-game'][i % 2] ?? '', voters[i % 5]),
    )
    await Promise.all(requests)
    const { db } = api.database
    const wrong = await db
      .selectFrom('problem_stats as s')
      .select(['s.problem_id', 's.upvotes'])
      .where('s.upvotes', '!=', (eb) =>
        eb
          .selectFrom('upvotes as u')
          .select(eb.fn.countAll<number>().as('votes'))
          .whereRef('u.problem_id', '=', 's.problem_id'),
      )
      .execute()
    expect(wrong).toEqual([])
  })

  test('on a problem that does not exist are 404', async () => {
    for (const method of ['PUT', 'DELETE'])
      await readProblem(await api.call(method, '/v1/problems/no-such/upvote', { learner }), {
        status: 404,
        code: 'problem.not_found',
      })
  })
})
