import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { LOCAL_MODEL } from '../embeddings/local-embedder.ts'
import { createIntakeRepository } from '../intake/intake.repository.ts'
import type { IntakeInput } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { createPlansRepository } from '../plans/plans.repository.ts'
import { rankCandidates } from './retrieval.models.ts'
import { createRetrievalRepository, type RetrievalRepository } from './retrieval.repository.ts'
import { knowledgeNearSql } from './retrieval.sql.ts'
import { embedKnowledge, gatherFacts } from './retrieval.usecases.ts'

const api = useTestApi()
let retrieval: RetrievalRepository
beforeAll(() => {
  retrieval = createRetrievalRepository({ db: api.database.db })
})

async function learnerWith(change: Partial<IntakeInput> = {}) {
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake(change) })
  return learner
}

async function attempt(learner: { id: string; name: string }, slug: string, outcome: string) {
  const response = await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body: { outcome } })
  expect(response.status).toBe(201)
}

async function factsOf(learnerId: string) {
  const intakes = createIntakeRepository({ db: api.database.db })
  const intake = await intakes.find({ learnerId })
  if (!intake) throw new Error('no intake')
  const plans = createPlansRepository({ db: api.database.db })
  return gatherFacts({
    learnerId,
    intake,
    catalogue: api.deps.catalogue,
    retrieval,
    plans,
    clock: () => new Date(),
  })
}

test('a figure about similar learners needs three of them, and names none', async () => {
  const me = await learnerWith()
  const others = [await learnerWith(), await learnerWith()]
  for (const other of others) await attempt(other, 'two-sum', 'stuck')
  expect((await factsOf(me.id)).similar).toEqual([])

  const third = await learnerWith()
  await attempt(third, 'two-sum', 'stuck')
  const facts = await factsOf(me.id)
  expect(facts.similar).toContainEqual({
    ref: 'two-sum',
    kind: 'problem',
    finding: 'found_hard',
    learners: 3,
    of: expect.any(Number),
  })
  expect(facts.similar).toContainEqual({
    ref: 'arrays-hashing',
    kind: 'topic',
    finding: 'found_hard',
    learners: 3,
    of: 3,
  })
  expect(JSON.stringify(facts.similar)).not.toContain(third.id)
})

test('only profiles of the same embedding model are compared', async () => {
  const me = await learnerWith({ level: 'advanced' })
  for (let count = 0; count < 3; count++) {
    const other = await learnerWith({ level: 'advanced' })
    await attempt(other, 'valid-anagram', 'stuck')
    await api.database.db
      .updateTable('intake_profiles')
      .set({ embedding_model: 'another' })
      .where('learner_id', '=', other.id)
      .execute()
  }
  expect((await factsOf(me.id)).similar.map((fact) => fact.ref)).not.toContain('valid-anagram')
})

test('a handful of upvotes is no community figure; many are, and most where they are of one’s own level', async () => {
  const me = await learnerWith({ level: 'advanced' })
  const vote = (learner: TestLearner) => api.call('PUT', '/v1/problems/jump-game/upvote', { learner })
  const jumpGame = async () => (await factsOf(me.id)).community.find(({ slug }) => slug === 'jump-game')
  for (let count = 0; count < 4; count++) await vote(api.learner())
  expect(await jumpGame()).toBeUndefined()
  for (let count = 0; count < 16; count++) await vote(api.learner())
  expect(await jumpGame()).toMatchObject({ upvotes: 20, weight: 0.25 })

  const peers = await Promise.all(Array.from({ length: 20 }, () => learnerWith({ level: 'advanced' })))
  for (const peer of peers) await vote(peer)
  expect(await jumpGame()).toMatchObject({ upvotes: 40, weight: 0.5 })
  await Promise.all(peers.map((learner) => api.call('DELETE', '/v1/problems/jump-game/upvote', { learner })))
  expect(await jumpGame()).toMatchObject({ upvotes: 20, weight: 0.25 })
})

test('knowledge is embedded once, and comes by weak topic and by nearness', async () => {
  await embedKnowledge({ retrieval, embedder: api.deps.embedder })
  expect(await embedKnowledge({ retrieval, embedder: api.deps.embedder })).toBe(0)
  const me = await learnerWith({
    topic_confidence: { graphs: 1, trees: 4 },
    constraints: 'binary search boundaries',
  })
  const { knowledge } = await factsOf(me.id)
  expect(knowledge.filter((note) => note.topic === 'graphs')).toHaveLength(4)
  expect(knowledge.length).toBeGreaterThan(4)
  const near = await knowledgeNearSql({ learnerId: me.id, limit: 8 }).execute(api.database.db)
  expect(near.rows).toHaveLength(8)
  expect(knowledge).toEqual(expect.arrayContaining(near.rows))
  const stored = await api.database.db.selectFrom('knowledge_chunks').select('embedding_model').execute()
  expect(new Set(stored.map((row) => row.embedding_model))).toEqual(new Set([LOCAL_MODEL]))
})

test('candidates leave out what is solved, known or behind a paywall, and spread over topics', async () => {
  const me = await learnerWith({ known_topics: ['stack'] })
  await attempt(me, 'two-sum', 'solved')
  const facts = await factsOf(me.id)
  const candidates = rankCandidates({ facts, problems: facts.problems, limit: 120 })
  expect(new Set(candidates).size).toBe(120)
  expect(candidates.map(({ slug }) => slug)).not.toContain('two-sum')
  expect(candidates.every(({ topic, premium }) => topic !== 'stack' && !premium)).toBe(true)
  expect(new Set(candidates.map(({ topic }) => topic)).size).toBeGreaterThan(12)
})

test('attempts are dated in the learner’s own time zone', async () => {
  const me = await learnerWith({ time_zone: 'Pacific/Kiritimati' })
  await attempt(me, 'two-sum', 'tried')
  await api.database.db
    .updateTable('attempts')
    .set({ created_at: new Date('2026-03-01T14:00:00Z') })
    .where('learner_id', '=', me.id)
    .execute()
  const [attempted] = await retrieval.listAttempts({
    learnerId: me.id,
    learnerDay: { timeZone: 'Pacific/Kiritimati', dayStartHour: 0 },
    limit: 10,
  })
  expect(attempted?.date).toBe('2026-03-02')
})

test('a learner without any neighbour has no similar facts', async () => {
  expect(await retrieval.nearestLearners({ learnerId: randomUUID() })).toEqual([])
})
