import { beforeAll, describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { listRoutes } from '../../app/testing-routes.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { historySchema } from '../history/history.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { planViewSchema } from '../plans/plans.schemas.ts'
import { type Problem, problemSchema } from '../problems/problems.schemas.ts'
import { topicsSchema } from '../topics/topics.schemas.ts'
import type { OwnProblemInput } from './own-problems.schemas.ts'
import { anOwnProblem } from './testing.ts'

const prompts: string[] = []
const api = useTestApi({
  proposer: async ({ prompt }) => {
    prompts.push(prompt.system + prompt.user)
    return { ok: false, model: 'fake', reason: 'refused' }
  },
})

async function add(learner: TestLearner, changes: Partial<OwnProblemInput> = {}) {
  const response = await api.call('POST', '/v1/own-problems', { learner, body: anOwnProblem(changes) })
  return readAnswer(response, { status: 201, schema: problemSchema })
}
function attempt(learner: TestLearner, slug: string, outcome = 'solved') {
  return api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body: { outcome, minutes: 30 } })
}
const list = (learner: TestLearner, query: string) =>
  readAllPages(api, `/v1/problems?${query}`, { item: problemSchema, limit: 100, learner })
const mine = (learner: TestLearner, limit = 100) =>
  readAllPages(api, '/v1/own-problems', { item: problemSchema, limit, learner })

describe('a problem of one’s own', () => {
  test('is one like the others to its owner: found, listed, searched, attempted, noted', async () => {
    const learner = api.learner()
    const problem = await add(learner)
    expect(problem).toMatchObject({ ...anOwnProblem(), own: true, status: 'todo', upvotes: 0, lists: [] })
    for (const name of [problem.slug, problem.id]) {
      const one = await api.call('GET', `/v1/problems/${name}`, { learner })
      expect(await readAnswer(one, { status: 200, schema: problemSchema })).toEqual(problem)
    }
    expect(await list(learner, 'mine=true')).toEqual([problem])
    expect(await list(learner, 'q=onsite%20warm')).toEqual([problem])
    expect(await list(learner, 'topic=trees&sort=title')).toContainEqual(problem)
    expect(await mine(learner)).toEqual([problem])
    const made = await readAnswer(await attempt(learner, problem.slug), {
      status: 201,
      schema: attemptSchema,
    })
    expect(made.problem).toBe(problem.slug)
    expect(await list(learner, 'status=solved')).toEqual([{ ...problem, status: 'solved' }])
    const body = { body: 'asked twice', version: null }
    expect((await api.call('PUT', `/v1/problems/${problem.slug}/note`, { learner, body })).status).toBe(200)
  })

  test('is not offered to the model, not even for a plan of its owner', async () => {
    const learner = api.learner()
    const { slug, topic } = await add(learner, { title: 'Quokka Crossing' })
    // Of one topic, so that all of it is offered.
    const known_topics = [...(await api.deps.catalogue.get()).topicSlugs].filter((one) => one !== topic)
    const intake = anIntake({ known_topics, timeline_weeks: 1, hours_per_week: 3 })
    expect((await api.call('PUT', '/v1/intake', { learner, body: intake })).status).toBe(200)
    prompts.length = 0
    const plan = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
    expect(plan.status).toBe(201)
    expect(prompts).toHaveLength(1)
    expect(prompts.join()).toContain(`"topic":"${topic}"`)
    for (const word of ['Quokka', slug]) expect(prompts.join()).not.toContain(word)
    prompts.length = 0
  })

  test('is changed and deleted by its owner', async () => {
    const learner = api.learner()
    const { id, slug } = await add(learner)
    const change = { title: 'Renamed', minutes: 50 }
    const changed = await api.call('PATCH', `/v1/own-problems/${id}`, { learner, body: change })
    expect(await readAnswer(changed, { status: 200, schema: problemSchema })).toMatchObject({
      ...change,
      slug,
    })
    expect((await api.call('DELETE', `/v1/own-problems/${id}`, { learner })).status).toBe(204)
    const gone = { status: 404, code: 'own_problem.not_found' }
    await readProblem(await api.call('DELETE', `/v1/own-problems/${id}`, { learner }), gone)
    await readProblem(await api.call('PATCH', `/v1/own-problems/${id}`, { learner, body: change }), gone)
    await readProblem(await api.call('GET', `/v1/problems/${slug}`, { learner }), {
      status: 404,
      code: 'problem.not_found',
    })
    expect(await mine(learner)).toEqual([])
  })

  test('that was practised leaves every list, and its attempts stay', async () => {
    const learner = api.learner()
    const { id, slug } = await add(learner)
    await attempt(learner, slug)
    expect((await api.call('DELETE', `/v1/own-problems/${id}`, { learner })).status).toBe(204)
    expect([await mine(learner), await list(learner, 'mine=true')]).toEqual([[], []])
    const attempts = await readAllPages(api, '/v1/attempts', { item: attemptSchema, limit: 10, learner })
    expect(attempts.map(({ problem }) => problem)).toEqual([slug])
    expect(await add(learner)).toMatchObject({ url: anOwnProblem().url })
  })

  test('is there once a link, also for two requests at once; another learner may add the same', async () => {
    const [learner, other] = [api.learner(), api.learner()]
    const body = anOwnProblem()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => api.call('POST', '/v1/own-problems', { learner, body })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    const again = await api.call('POST', '/v1/own-problems', { learner, body })
    const problem = await readProblem(again, { status: 409, code: 'own_problem.exists' })
    expect(problem.errors).toMatchObject([{ field: 'url' }])
    await add(other)
    const second = await add(learner, { url: 'https://example.org/2' })
    const taken = await api.call('PATCH', `/v1/own-problems/${second.id}`, {
      learner,
      body: { url: body.url },
    })
    await readProblem(taken, { status: 409, code: 'own_problem.exists' })
  })

  test('comes in pages, newest first', async () => {
    const learner = api.learner()
    const added: Problem[] = []
    for (let i = 0; i < 7; i++) added.unshift(await add(learner, { url: `https://example.org/${i}` }))
    for (const limit of [1, 3, 100]) expect(await mine(learner, limit)).toEqual(added)
  })

  test('is limited in number', async () => {
    const learner = api.learner()
    const { db } = api.database
    const rows = Array.from({ length: 500 }, (_, i) => ({
      id: crypto.randomUUID(),
      owner_id: learner.id,
      slug: `own-limit-${i}`,
      number: 2_000_000 + i,
      patterns: [],
      lists: [],
      acceptance: 0,
      source: 'own',
      premium: false,
      ...anOwnProblem({ url: `https://example.org/limit/${i}` }),
    }))
    await db.insertInto('problems').values(rows).execute()
    const response = await api.call('POST', '/v1/own-problems', { learner, body: anOwnProblem() })
    await readProblem(response, { status: 409, code: 'own_problem.limit' })
  })

  test.each([
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'data:text/html,x' }, 'url'],
    [{ url: 'example.org/x' }, 'url'],
    [{ url: `https://example.org/${'x'.repeat(2000)}` }, 'url'],
    [{ title: ' ' }, 'title'],
    [{ title: 'x'.repeat(121) }, 'title'],
    [{ title: 'a\nb' }, 'title'],
    [{ title: '<b>bold</b>' }, 'title'],
    [{ title: 'see https://evil.example' }, 'title'],
    [{ topic: 'no-such-topic' }, 'topic'],
    [{ difficulty: 'extreme' }, 'difficulty'],
    [{ minutes: 0 }, 'minutes'],
    [{ minutes: 481 }, 'minutes'],
    [{ minutes: 30, owner_id: 'me' }, 'owner_id'],
  ])('%j is refused at %s, when added and when changed', async (changes, field) => {
    const learner = api.learner()
    const { id } = await add(learner)
    for (const [method, target, body] of [
      ['POST', '/v1/own-problems', { ...anOwnProblem({ url: 'https://example.org/9' }), ...changes }],
      ['PATCH', `/v1/own-problems/${id}`, changes],
    ] as const) {
      const refused = await api.call(method, target, { learner, body })
      const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
      expect(problem.errors?.map((error) => error.field)).toEqual([field])
    }
  })

  test('an empty change is refused', async () => {
    const learner = api.learner()
    const { id } = await add(learner)
    await readProblem(await api.call('PATCH', `/v1/own-problems/${id}`, { learner, body: {} }), {
      status: 400,
      code: 'request.invalid',
    })
  })
})

describe('nobody else ever sees it', () => {
  const owners = [api.learner('Ada'), api.learner('Grace'), api.learner('Edsger')]
  const other = api.learner('Barbara')
  const secret = 'zanzibar-lemur'
  const secrets: string[] = [secret]
  let own: Problem[] = []

  beforeAll(async () => {
    // Three owners, each with an attempted problem: enough for a figure of near learners, if it were counted.
    for (const learner of [...owners, other]) {
      const body = anIntake({ topic_confidence: { trees: 1 } })
      expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
    }
    own = await Promise.all(
      owners.map((owner) => add(owner, { title: `Problem ${secret}`, url: `https://example.org/${secret}` })),
    )
    secrets.push(...own.flatMap(({ id, slug, number }) => [id, slug, String(number)]))
    for (const [i, owner] of owners.entries())
      for (const _ of [1, 2, 3]) await attempt(owner, own[i]?.slug ?? '', 'stuck')
    const made = await api.call('POST', '/v1/plans', {
      learner: other,
      body: {},
      headers: { prefer: 'wait=60' },
    })
    const plan = await readAnswer(made, { status: 201, schema: planViewSchema })
    expect(plan.plan_json.weeks.length).toBeGreaterThan(0)
    for (const word of secrets) expect(JSON.stringify(plan)).not.toContain(word)
  })

  test('on any route, with a token of another or without, by its slug or its id', async () => {
    const reading = listRoutes(api).filter(({ method }) => method === 'GET')
    expect(reading.length).toBeGreaterThan(15)
    const [{ id = '', slug = '' } = {}] = own
    for (const { name, path: route } of reading)
      for (const learner of [other, undefined])
        for (const target of [route, route.replace('two-sum', slug), route.replace('two-sum', id)]) {
          // The last is a stream without an end, whose events name kinds and nothing else.
          if (name === 'GET /metrics' || name.startsWith('GET /docs') || name === 'GET /v1/events') continue
          const response = await api.call('GET', target, { learner })
          const text = (await response.text()).replaceAll(slug, target.includes(slug) ? '' : slug)
          const seen = secrets.filter((word) => !target.includes(word) && text.includes(word))
          expect([name, seen]).toEqual([name, []])
        }
  })

  test('nor can another write to it, vote on it or comment on it; nor its owner tell of it', async () => {
    const [{ id = '', slug = '' } = {}] = own
    const none = { status: 404, code: 'problem.not_found' }
    const comment = { body: 'seen' }
    for (const name of [id, slug]) {
      const target = `/v1/problems/${name}`
      await readProblem(await attempt(other, name), none)
      const note = { body: 'x', version: null }
      await readProblem(await api.call('PUT', `${target}/note`, { learner: other, body: note }), none)
      for (const learner of [other, owners[0]]) {
        await readProblem(await api.call('PUT', `${target}/upvote`, { learner }), none)
        await readProblem(await api.call('POST', `${target}/comments`, { learner, body: comment }), none)
      }
    }
    const theirs = { status: 404, code: 'own_problem.not_found' }
    const change = { learner: other, body: { title: 'taken' } }
    await readProblem(await api.call('PATCH', `/v1/own-problems/${id}`, change), theirs)
    await readProblem(await api.call('DELETE', `/v1/own-problems/${id}`, { learner: other }), theirs)
    expect(await list(owners[0] ?? other, 'mine=true')).toMatchObject([{ id, title: `Problem ${secret}` }])
  })

  test('in every list, sort and search of another', async () => {
    for (const query of [
      'mine=true',
      `q=${secret}`,
      'q=1000001',
      'topic=trees',
      'sort=title',
      'status=stuck',
    ])
      expect((await list(other, query)).filter((problem) => problem.own)).toEqual([])
    const open = await readAllPages(api, '/v1/problems', { item: problemSchema, limit: 100 })
    expect(open).toHaveLength(375)
  })

  test('in the size of a topic, a figure of the community or a prompt', async () => {
    const answer = await api.call('GET', '/v1/topics', { learner: owners[0] })
    const { topics } = await readAnswer(answer, { status: 200, schema: topicsSchema })
    expect(topics.reduce((sum, topic) => sum + topic.problems, 0)).toBe(375)
    expect(prompts).toHaveLength(1)
    for (const word of secrets) expect(prompts.join()).not.toContain(word)
    // Nothing but their own problems was ever tried here, so no near learner stands behind any figure.
    expect(prompts.join()).toContain('"similar_learners":[]')
  })

  test('in what another pastes, by its slug, number, link or title', async () => {
    const [{ id = '', slug = '', number = 0, url = '' } = {}] = own
    const lines = [id, slug, String(number), url, `Problem ${secret}`]
    const body = { text: lines.map((line) => `${line},2026-05-01`).join('\n') }
    const answer = await api.call('POST', '/v1/me/history', { learner: other, body })
    const { saved, matched } = await readAnswer(answer, { status: 200, schema: historySchema })
    expect({ saved, matched }).toEqual({ saved: 0, matched: [] })
    const theirs = await api.call('POST', '/v1/me/history', { learner: owners[0], body })
    const found = await readAnswer(theirs, { status: 200, schema: historySchema })
    expect(found.matched.map(({ problem }) => problem)).toContain(slug)
  })
})

describe('in the owner’s plan', () => {
  test('it is planned by the same rules, and practised it comes back as a review', async () => {
    const learner = api.learner()
    const body = anIntake({ topic_confidence: { trees: 1 } })
    expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
    const problem = await add(learner, { topic: 'arrays-hashing', difficulty: 'easy', minutes: 20 })
    await attempt(learner, problem.slug, 'stuck')
    const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
    const { plan_json: plan } = await readAnswer(made, { status: 201, schema: planViewSchema })
    expect(plan.certificate.rules.every((rule) => rule.passed)).toBe(true)
    const items = plan.weeks.flatMap((week) => week.days.flatMap((day) => day.problems))
    const its = items.filter(({ id }) => id === problem.id)
    expect(its.length).toBeGreaterThan(0)
    await api.call('DELETE', `/v1/own-problems/${problem.id}`, { learner })
    expect((await api.call('GET', `/v1/problems/${problem.slug}`, { learner })).status).toBe(200)
    expect(its.every(({ kind, title }) => kind === 'review' && title === problem.title)).toBe(true)
  })
})
