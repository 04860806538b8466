import { expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAnswer } from '../../app/testing-answers.ts'
import { topicsSchema } from './topics.schemas.ts'

const api = useTestApi()

async function read(learner?: { id: string; name: string }) {
  const response = await api.call('GET', '/v1/topics', { learner })
  return readAnswer(response, { status: 200, schema: topicsSchema })
}

test('all topics come in roadmap order, each after what it needs', async () => {
  const { topics, patterns } = await read()
  expect(topics).toHaveLength(19)
  expect(topics[0]?.slug).toBe('arrays-hashing')
  const stages = new Map(topics.map((topic) => [topic.slug, topic.stage]))
  for (const { slug, stage, prerequisites } of topics)
    for (const earlier of prerequisites)
      expect([slug, stages.get(earlier)]).toEqual([slug, expect.toSatisfy((one: number) => one < stage)])
  for (const pattern of patterns) for (const topic of pattern.topics) expect(stages.has(topic)).toBe(true)
})

test('the counts cover the whole catalogue, without the retired', async () => {
  const { topics } = await read()
  expect(topics.reduce((sum, topic) => sum + topic.problems, 0)).toBe(375)
  const { db } = api.database
  await db
    .updateTable('problems')
    .set({ retired_at: new Date() })
    .where('slug', '=', 'design-twitter')
    .execute()
  expect((await read()).topics.reduce((sum, topic) => sum + topic.problems, 0)).toBe(374)
  await db.updateTable('problems').set({ retired_at: null }).execute()
})

test("progress is the learner's own, and none without a token", async () => {
  const learner = api.learner()
  const attempts = [
    ['two-sum', 'solved'],
    ['two-sum', 'tried'],
    ['valid-anagram', 'stuck'],
    ['contains-duplicate', 'skipped'],
  ]
  for (const [slug, outcome] of attempts)
    await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body: { outcome } })
  const of = async (reader?: typeof learner) =>
    (await read(reader)).topics.find((topic) => topic.slug === 'arrays-hashing')
  expect(await of(learner)).toMatchObject({ solved: 1, tried: 1 })
  expect(await of(api.learner())).toMatchObject({ solved: 0, tried: 0 })
  expect(await of()).toMatchObject({ solved: 0, tried: 0 })
})
