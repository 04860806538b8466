import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from './test-database.ts'

const context = useTestDatabase()

test('values have the same types on either database', async () => {
  const { rows } = await sql`
    select 9007199254740993::int8 as big, count(*) as count, 7::int4 as whole, 0.5::float8 as float,
      1.50::numeric as numeric, true as yes, null as nothing, 'text' as text,
      '2026-03-29'::date as day, '2026-03-29T01:30:00.123456Z'::timestamptz as moment,
      '{"a": [1, {"b": null}]}'::jsonb as json, '[1]'::jsonb as list, array['a', 'b,"c"'] as texts,
      array[]::text[] as none, array[1, 2] as numbers, '[1,0.5,-2]'::vector as vector,
      '6f0c1a52-6f3e-4d0e-9c41-6f1d6b2d9a10'::uuid as id`.execute(context.database.db)
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      count: '1',
      whole: 7,
      float: 0.5,
      numeric: '1.50',
      yes: true,
      nothing: null,
      text: 'text',
      day: '2026-03-29',
      moment: new Date('2026-03-29T01:30:00.123Z'),
      json: { a: [1, { b: null }] },
      list: [1],
      texts: ['a', 'b,"c"'],
      none: [],
      numbers: [1, 2],
      vector: '[1,0.5,-2]',
      id: '6f0c1a52-6f3e-4d0e-9c41-6f1d6b2d9a10',
    },
  ])
})

test('what is written comes back the same', async () => {
  const { db } = context.database
  const learner_id = randomUUID()
  const profile = {
    learner_id,
    level: 'advanced' as const,
    role_target: ['Back-end, "senior"', 'Übersetzer 👩‍💻'],
    timeline_weeks: 3,
    hours_per_week: 12,
    weaknesses: [],
    constraints: "it's; \\ % _",
    past_experience: 'line\nbreak',
    study_days: [1, 7],
    interview_date: '2026-10-25',
    time_zone: 'Europe/Berlin',
    known_topics: ['trees'],
    allow_premium: true,
    embedding_model: 'test',
    created_at: new Date('2026-10-25T00:30:00.000Z'),
  }
  const vector = Array.from({ length: 1536 }, (_, i) => i % 3)
  await db
    .insertInto('intake_profiles')
    .values({
      ...profile,
      topic_confidence: JSON.stringify({ trees: 5 }),
      regeneration_answers: JSON.stringify([{ q: 'Hardest?', a: 'Graphs' }]),
      embedding: JSON.stringify(vector),
    })
    .execute()
  const row = await db
    .selectFrom('intake_profiles')
    .selectAll()
    .where('learner_id', '=', learner_id)
    .executeTakeFirst()
  expect(row).toMatchObject({
    ...profile,
    topic_confidence: { trees: 5 },
    regeneration_answers: [{ q: 'Hardest?', a: 'Graphs' }],
    embedding: JSON.stringify(vector),
    updated_at: expect.any(Date),
  })
})

test('changed rows are counted and broken constraints have their code', async () => {
  const { db } = context.database
  const changed = await db
    .updateTable('topics')
    .set({ title: 'Trees' })
    .where('slug', 'in', ['trees', 'graphs', 'none'])
    .executeTakeFirst()
  expect(changed.numUpdatedRows).toBe(2n)
  const upvote = { learner_id: randomUUID(), problem_id: randomUUID() }
  await expect(db.insertInto('upvotes').values(upvote).execute()).rejects.toMatchObject({ code: '23503' })
  const token = { token_hash: 'x', identifier: 'a', expires_at: new Date() }
  await db.insertInto('sign_in_tokens').values(token).execute()
  await expect(db.insertInto('sign_in_tokens').values(token).execute()).rejects.toMatchObject({
    code: '23505',
  })
})

test('a transaction that fails leaves nothing', async () => {
  const { db } = context.database
  const token = { token_hash: 'rolled-back', identifier: 'a', expires_at: new Date() }
  const failed = db.transaction().execute(async (tx) => {
    await tx.insertInto('sign_in_tokens').values(token).execute()
    throw new Error('on purpose')
  })
  await expect(failed).rejects.toThrow('on purpose')
  const rows = await db
    .selectFrom('sign_in_tokens')
    .select('identifier')
    .where('token_hash', '=', 'rolled-back')
    .execute()
  expect(rows).toEqual([])
})
