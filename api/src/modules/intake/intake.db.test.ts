import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { problemDetailsSchema } from '../../shared/schemas.ts'
import { DIMENSIONS } from '../embeddings/embeddings.models.ts'
import { createLocalEmbedder, LOCAL_MODEL } from '../embeddings/local-embedder.ts'
import { topicsSchema } from '../topics/topics.schemas.ts'
import { changedIntakeSchema, storedIntakeSchema } from './intake.schemas.ts'
import { anIntake } from './testing.ts'

// Monday morning in Berlin, Sunday night in Honolulu.
const now = new Date('2026-03-02T09:00:00Z')
let embedded = 0
const local = createLocalEmbedder()
const api = useTestApi({
  clock: () => now,
  embedder: {
    model: local.model,
    embed: (texts) => {
      embedded += texts.length
      return local.embed(texts)
    },
  },
})

test('there is no intake before the first, and it says so', async () => {
  const response = await api.call('GET', '/v1/intake', { learner: api.learner() })
  expect(response.status).toBe(404)
  expect(problemDetailsSchema.parse(await response.json()).code).toBe('intake.not_found')
})

test('an intake comes back as it was given, with defaults for what was left out', async () => {
  const learner = api.learner()
  const { constraints: _, past_experience: __, study_days: ___, time_zone: ____, ...least } = anIntake()
  const response = await api.call('PUT', '/v1/intake', { learner, body: least })
  expect(response.status).toBe(200)
  const stored = storedIntakeSchema.parse(await response.json())
  expect(stored).toMatchObject({
    ...least,
    constraints: '',
    past_experience: '',
    study_days: [1, 2, 3, 4, 5, 6, 7],
    time_zone: 'UTC',
    interview_date: null,
    known_topics: [],
    allow_premium: false,
    regeneration_answers: [],
  })
  expect(storedIntakeSchema.parse(await (await api.call('GET', '/v1/intake', { learner })).json())).toEqual(
    stored,
  )
})

test('saving again replaces the one intake', async () => {
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const response = await api.call('PUT', '/v1/intake', {
    learner,
    body: anIntake({ hours_per_week: 20, interview_date: '2026-03-20', known_topics: ['stack'] }),
  })
  expect(storedIntakeSchema.parse(await response.json())).toMatchObject({
    hours_per_week: 20,
    interview_date: '2026-03-20',
    known_topics: ['stack'],
  })
  const rows = await api.database.db
    .selectFrom('intake_profiles')
    .select('learner_id')
    .where('learner_id', '=', learner.id)
    .execute()
  expect(rows).toHaveLength(1)
})

test('it is embedded on change, and only then', async () => {
  const learner = api.learner()
  const before = embedded
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  expect(embedded - before).toBe(1)
  await api.call('PUT', '/v1/intake', { learner, body: anIntake({ level: 'advanced' }) })
  expect(embedded - before).toBe(2)
  const row = await api.database.db
    .selectFrom('intake_profiles')
    .select(['embedding', 'embedding_model'])
    .select(sql<number>`vector_dims(embedding)`.as('dims'))
    .where('learner_id', '=', learner.id)
    .executeTakeFirstOrThrow()
  expect(row.embedding_model).toBe(LOCAL_MODEL)
  expect(row.dims).toBe(DIMENSIONS)
})

describe('with an embedding server', () => {
  type Vectors = Awaited<ReturnType<typeof local.embed>>
  const waiting: { texts: string[]; answer: (made: Vectors) => void }[] = []
  const slow = useTestApi({
    clock: () => now,
    embedder: {
      model: 'theirs',
      embed: (texts) => new Promise((answer) => waiting.push({ texts, answer })),
    },
  })
  const theirs = async (texts: string[]) => ({ model: 'theirs', vectors: (await local.embed(texts)).vectors })
  const storedOf = async (learner: TestLearner) =>
    slow.database.db
      .selectFrom('intake_profiles')
      .select(['embedding', 'embedding_model'])
      .where('learner_id', '=', learner.id)
      .executeTakeFirstOrThrow()
  async function asked(containing: string) {
    return vi.waitFor(() => {
      const found = waiting.findLast(({ texts }) => texts.some((text) => text.includes(containing)))
      if (!found) throw new Error('not asked yet')
      return found
    })
  }
  const save = (learner: TestLearner, constraints: string) =>
    slow.call('PUT', '/v1/intake', { learner, body: anIntake({ constraints }) })

  test('that hangs, saving waits for nothing; its vector takes the place of the built-in one when it comes', async () => {
    const learner = slow.learner()
    const startedAt = performance.now()
    expect((await save(learner, 'mornings')).status).toBe(200)
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(await storedOf(learner)).toMatchObject({ embedding_model: LOCAL_MODEL })
    const { texts, answer } = await asked('mornings')
    answer(await theirs(texts))
    await vi.waitFor(async () => expect((await storedOf(learner)).embedding_model).toBe('theirs'))
  })

  test('that is late, no vector of earlier answers is stored', async () => {
    const learner = slow.learner()
    await save(learner, 'tuesdays')
    const first = await asked('tuesdays')
    await save(learner, 'thursdays')
    const before = await storedOf(learner)
    expect(before.embedding_model).toBe(LOCAL_MODEL)
    first.answer(await theirs(first.texts))
    const second = await asked('thursdays')
    expect(await storedOf(learner)).toEqual(before)
    second.answer(await theirs(second.texts))
    await vi.waitFor(async () => expect((await storedOf(learner)).embedding_model).toBe('theirs'))
  })

  test('that never answered, the next plan asks it again', async () => {
    const learner = slow.learner()
    await save(learner, 'fridays')
    await asked('fridays')
    waiting.length = 0
    const planning = slow.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
    const { texts, answer } = await asked('fridays')
    answer(await theirs(texts))
    expect((await planning).status).toBe(201)
    expect((await storedOf(learner)).embedding_model).toBe('theirs')
  })
})

const refused: [string, object, string][] = [
  ['a level that does not exist', { level: 'expert' }, 'level'],
  ['no role', { role_target: [] }, 'role_target'],
  ['six roles', { role_target: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'role_target'],
  ['a role that is too long', { role_target: ['x'.repeat(41)] }, 'role_target.0'],
  ['a blank role', { role_target: ['  '] }, 'role_target.0'],
  ['no week', { timeline_weeks: 0 }, 'timeline_weeks'],
  ['53 weeks', { timeline_weeks: 53 }, 'timeline_weeks'],
  ['half an hour', { hours_per_week: 0.5 }, 'hours_per_week'],
  ['81 hours', { hours_per_week: 81 }, 'hours_per_week'],
  ['hours as text', { hours_per_week: '8' }, 'hours_per_week'],
  ['a confidence of 6', { topic_confidence: { trees: 6 } }, 'topic_confidence.trees'],
  ['an unknown topic', { topic_confidence: { knitting: 3 } }, 'topic_confidence.knitting'],
  ['an unknown known topic', { known_topics: ['knitting'] }, 'known_topics.0'],
  ['an unknown weakness', { weaknesses: ['patience'] }, 'weaknesses.0'],
  ['no study day', { study_days: [] }, 'study_days'],
  ['a study day 8', { study_days: [8] }, 'study_days.0'],
  ['a time zone that does not exist', { time_zone: 'Mars/Olympus' }, 'time_zone'],
  ['an interview in the past', { interview_date: '2026-03-01' }, 'interview_date'],
  ['an interview on a day that does not exist', { interview_date: '2026-02-30' }, 'interview_date'],
  [
    'an interview before the first study day',
    { study_days: [5], interview_date: '2026-03-04' },
    'study_days',
  ],
  ['too long a text', { constraints: 'x'.repeat(2001) }, 'constraints'],
  ['answers, which are read-only', { regeneration_answers: [] }, 'regeneration_answers'],
  ['an unknown key', { admin: true }, 'admin'],
]
test.each(refused)('%s is refused at the field and nothing is written', async (_, change, field) => {
  const learner = api.learner()
  const response = await api.call('PUT', '/v1/intake', { learner, body: { ...anIntake(), ...change } })
  expect(response.status).toBe(400)
  const problem = problemDetailsSchema.parse(await response.json())
  expect(problem.code).toBe('request.invalid')
  expect(problem.errors?.map((error) => error.field)).toContain(field)
  expect((await api.call('GET', '/v1/intake', { learner })).status).toBe(404)
})

test('the past is judged in the learner’s own time zone', async () => {
  // In Honolulu it is still 1 March.
  const body = anIntake({ time_zone: 'Pacific/Honolulu', interview_date: '2026-03-01', study_days: [7, 1] })
  expect((await api.call('PUT', '/v1/intake', { learner: api.learner(), body })).status).toBe(200)
})

describe('skipping a topic', () => {
  const path = '/v1/intake/known-topics/graphs'

  test('puts it among the known ones and is undone, twice as well', async () => {
    const learner = api.learner()
    const body = anIntake({ known_topics: ['trees'] })
    expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
    for (let i = 0; i < 2; i++) {
      const skipped = await api.call('PUT', path, { learner })
      const { known_topics } = await readAnswer(skipped, { status: 200, schema: changedIntakeSchema })
      expect(known_topics).toEqual(['trees', 'graphs'])
    }
    for (let i = 0; i < 2; i++) {
      const undone = await api.call('DELETE', path, { learner })
      const { known_topics } = await readAnswer(undone, { status: 200, schema: changedIntakeSchema })
      expect(known_topics).toEqual(['trees'])
    }
  })

  test('leaves at least one: with every topic skipped there is nothing to plan', async () => {
    const learner = api.learner()
    const { topics } = topicsSchema.parse(await (await api.call('GET', '/v1/topics')).json())
    const [kept = '', ...others] = topics.map(({ slug }) => slug)
    const all = anIntake({ known_topics: [kept, ...others] })
    const refused = { status: 400, code: 'request.invalid' } as const
    const answer = await readProblem(await api.call('PUT', '/v1/intake', { learner, body: all }), refused)
    expect(answer.errors?.map(({ field }) => field)).toEqual(['known_topics'])
    const allButOne = anIntake({ known_topics: others })
    expect((await api.call('PUT', '/v1/intake', { learner, body: allButOne })).status).toBe(200)
    const last = await api.call('PUT', `/v1/intake/known-topics/${kept}`, { learner })
    expect((await readProblem(last, refused)).errors?.map(({ field }) => field)).toEqual(['topic'])
  })

  test('needs an intake and a topic that exists', async () => {
    const learner = api.learner()
    await readProblem(await api.call('PUT', path, { learner }), { status: 404, code: 'intake.not_found' })
    for (const method of ['PUT', 'DELETE'])
      await readProblem(await api.call(method, '/v1/intake/known-topics/juggling', { learner }), {
        status: 400,
        code: 'request.invalid',
      })
  })
})
