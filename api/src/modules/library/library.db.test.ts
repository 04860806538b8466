import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import {
  curatedHintsSchema,
  markedPatternSchema,
  type PatternMark,
  patternListSchema,
  patternPageSchema,
  topicPageSchema,
} from './library.schemas.ts'

const api = useTestApi()

async function readPattern(slug: string, learner?: TestLearner) {
  const response = await api.call('GET', `/v1/patterns/${slug}`, { learner })
  return readAnswer(response, { status: 200, schema: patternPageSchema })
}
async function listPatterns(learner?: TestLearner) {
  const response = await api.call('GET', '/v1/patterns', { learner })
  return (await readAnswer(response, { status: 200, schema: patternListSchema })).items
}
async function mark(learner: TestLearner, slug: string, value: PatternMark) {
  const response = await api.call('PUT', `/v1/patterns/${slug}/mark`, { learner, body: { mark: value } })
  return readAnswer(response, { status: 200, schema: markedPatternSchema })
}

describe('patterns', () => {
  test('are all listed, stage by stage, each on one side of the next', async () => {
    const items = await listPatterns()
    expect(items).toHaveLength(84)
    expect(items.map(({ stage }) => stage)).toEqual(items.map(({ stage }) => stage).sort((a, b) => a - b))
    const [first, second] = items
    const page = await readPattern(first?.slug ?? '')
    expect([page.previous, page.next?.slug]).toEqual([null, second?.slug])
    expect((await readPattern(second?.slug ?? '')).previous?.slug).toBe(first?.slug)
  })

  test('have a page with its text, problems from easy to hard and links that lead somewhere', async () => {
    const page = await readPattern('sliding-window')
    expect(page.text?.sections.map(({ title }) => title)).toContain('Why it is right')
    expect(page.text?.examples.python).toContain('def ')
    expect(page.minutes).toBeGreaterThan(1)
    const ranks = page.problems.map(({ difficulty }) => ['easy', 'medium', 'hard'].indexOf(difficulty))
    expect(ranks).toEqual([...ranks].sort())
    expect(page.problems.length).toBeGreaterThan(2)
    const slugs = new Set((await listPatterns()).map(({ slug }) => slug))
    for (const { slug } of [...page.related, ...page.confused_with]) expect(slugs).toContain(slug)
  })

  test('show a learner how each of their problems went', async () => {
    const learner = api.learner()
    const [problem] = (await readPattern('sliding-window')).problems
    const slug = problem?.slug ?? ''
    await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body: { outcome: 'stuck' } })
    const statusFor = async (reader?: TestLearner) =>
      (await readPattern('sliding-window', reader)).problems.find((one) => one.slug === slug)?.status
    expect([await statusFor(learner), await statusFor(api.learner()), await statusFor()]).toEqual([
      'stuck',
      'todo',
      'todo',
    ])
  })

  test('that do not exist are not found, and the answer says where to look', async () => {
    const problem = await readProblem(await api.call('GET', '/v1/patterns/no-such'), {
      status: 404,
      code: 'pattern.not_found',
    })
    expect(problem.detail).toContain('/v1/search')
    await readProblem(await api.call('GET', '/v1/topics/no-such'), { status: 404, code: 'topic.not_found' })
    await readProblem(await api.call('GET', '/v1/patterns/NOT%20A%20SLUG'), {
      status: 400,
      code: 'request.invalid',
    })
  })
})

test('a topic has its note, patterns, problems and what comes before and after', async () => {
  const topic = await readAnswer(await api.call('GET', '/v1/topics/sliding-window'), {
    status: 200,
    schema: topicPageSchema,
  })
  expect(topic.sections.map(({ title }) => title)).toContain('What to learn first')
  expect(topic.prerequisites.map(({ slug }) => slug)).toEqual(['two-pointers'])
  expect(topic.patterns.map(({ slug }) => slug)).toContain('sliding-window')
  expect(topic.problems.every((problem) => problem.topic === 'sliding-window')).toBe(true)
})

describe('a mark', () => {
  test('is set, changed and taken back, each as often as one likes', async () => {
    const learner = api.learner()
    const slug = 'sliding-window'
    const markOf = async (reader?: TestLearner) => (await readPattern(slug, reader)).mark
    for (let i = 0; i < 2; i++) expect(await mark(learner, slug, 'read')).toEqual({ slug, mark: 'read' })
    expect([await markOf(learner), await markOf(api.learner()), await markOf()]).toEqual(['read', null, null])
    await mark(learner, slug, 'can_do')
    expect((await listPatterns(learner)).filter((one) => one.mark !== null)).toEqual([
      expect.objectContaining({ slug, mark: 'can_do' }),
    ])
    for (let i = 0; i < 2; i++) {
      const response = await api.call('DELETE', `/v1/patterns/${slug}/mark`, { learner })
      expect(await readAnswer(response, { status: 200, schema: markedPatternSchema })).toEqual({
        slug,
        mark: null,
      })
    }
    expect(await markOf(learner)).toBeNull()
  })

  test('outlives its pattern: it is exported, and can be taken back', async () => {
    const learner = api.learner()
    const { db } = api.database
    await db
      .insertInto('pattern_marks')
      .values({ learner_id: learner.id, pattern: 'renamed-since', mark: 'read' })
      .execute()
    expect(await listPatterns(learner)).toHaveLength(84)
    const exported = z
      .object({ pattern_marks: z.array(z.object({ pattern: z.string(), mark: z.string() })) })
      .parse(await (await api.call('GET', '/v1/me/export', { learner })).json())
    expect(exported.pattern_marks).toEqual([{ pattern: 'renamed-since', mark: 'read' }])
    await api.call('DELETE', '/v1/patterns/renamed-since/mark', { learner })
    const left = await db
      .selectFrom('pattern_marks')
      .selectAll()
      .where('learner_id', '=', learner.id)
      .execute()
    expect(left).toEqual([])
  })

  test.each([
    ['no-such', { mark: 'read' }, 404],
    ['sliding-window', { mark: 'known' }, 400],
    ['sliding-window', {}, 400],
    ['sliding-window', { mark: 'read', at: 1 }, 400],
  ])('of %s with %j is refused with %i', async (slug, body, status) => {
    const learner = api.learner()
    expect((await api.call('PUT', `/v1/patterns/${slug}/mark`, { learner, body })).status).toBe(status)
    expect((await listPatterns(learner)).every((one) => one.mark === null)).toBe(true)
  })
})

describe('curated hints', () => {
  test('are there for anyone, and number from 1', async () => {
    const hints = await readAnswer(await api.call('GET', '/v1/problems/two-sum/hints'), {
      status: 200,
      schema: curatedHintsSchema,
    })
    expect(hints.about).toBeNull()
    expect(hints.items.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(new Set(hints.items.map(({ text }) => text)).size).toBe(3)
  })

  test('of no problem are not found', async () => {
    await readProblem(await api.call('GET', '/v1/problems/no-such/hints'), {
      status: 404,
      code: 'problem.not_found',
    })
  })
})
