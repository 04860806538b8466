import { randomUUID } from 'node:crypto'
import type { Database, Tables } from '@codify/db'
import { cloneTemplate, type TestTemplate } from '@codify/db/testing'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadSeeds } from './load-seeds.ts'
import { type Catalogue, readCatalogue } from './read-catalogue.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: TestTemplate
  }
}

const catalogue = await readCatalogue()
let database: Database
beforeAll(async () => {
  database = await cloneTemplate(inject('template'))
})
afterEach(() => loadSeeds(database.db, catalogue))
afterAll(() => database.close())

/** The version of every row: it changes when a row is written, even with the same values. */
async function versionsOf(...tables: (keyof Tables)[]) {
  const versions: Record<string, unknown> = {}
  for (const table of tables) {
    const { rows } = await sql`select ctid::text, xmin::text from ${sql.table(table)} order by 1`.execute(
      database.db,
    )
    versions[table] = rows
  }
  return versions
}
const seeded = ['topics', 'patterns', 'problems', 'problem_stats', 'knowledge_chunks'] as const

function change(slug: string, values: Partial<Catalogue['problems'][number]>): Catalogue {
  const problems = catalogue.problems.map((problem) =>
    problem.slug === slug ? { ...problem, ...values } : problem,
  )
  return { ...catalogue, problems }
}
async function problemOf(slug: string) {
  return database.db.selectFrom('problems').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
}

describe('loading', () => {
  test('brings the whole catalogue', async () => {
    const count = async (table: (typeof seeded)[number]) => {
      const { rows } = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(
        database.db,
      )
      return Number(rows[0]?.n)
    }
    expect(await count('topics')).toBe(19)
    expect(await count('patterns')).toBe(catalogue.patterns.length)
    expect(await count('problems')).toBe(375)
    expect(await count('problem_stats')).toBe(375)
    expect(await count('knowledge_chunks')).toBe(catalogue.knowledge.length)
  })

  test('again writes no row', async () => {
    const before = await versionsOf(...seeded)
    await loadSeeds(database.db)
    expect(await versionsOf(...seeded)).toEqual(before)
  })

  test('from several replicas at once is fine', async () => {
    const before = await versionsOf(...seeded)
    await Promise.all(Array.from({ length: 4 }, () => loadSeeds(database.db)))
    expect(await versionsOf(...seeded)).toEqual(before)
  })
})

describe('a changed catalogue', () => {
  test('updates what differs and nothing else', async () => {
    const before = await problemOf('two-sum')
    await loadSeeds(database.db, change('two-sum', { title: 'Two Sums', minutes: 17, lists: ['blind75'] }))
    expect(await problemOf('two-sum')).toEqual({
      ...before,
      title: 'Two Sums',
      minutes: 17,
      lists: ['blind75'],
    })
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from problems where xmin = (select xmin from problems where slug = 'two-sum')`.execute(
      database.db,
    )
    expect(rows[0]?.n).toBe('1')
  })

  test('may swap two numbers, and rename topics', async () => {
    const [first, second] = [await problemOf('two-sum'), await problemOf('3sum')]
    const swapped = {
      ...catalogue,
      topics: catalogue.topics.map((topic) =>
        topic.slug === 'trees' ? { ...topic, title: 'Binary trees' } : topic,
      ),
      problems: catalogue.problems.map((problem) =>
        problem.slug === 'two-sum'
          ? { ...problem, number: second.number }
          : problem.slug === '3sum'
            ? { ...problem, number: first.number }
            : problem,
      ),
    }
    await loadSeeds(database.db, swapped)
    expect([(await problemOf('two-sum')).number, (await problemOf('3sum')).number]).toEqual([
      second.number,
      first.number,
    ])
    const topic = await database.db
      .selectFrom('topics')
      .select('title')
      .where('slug', '=', 'trees')
      .executeTakeFirst()
    expect(topic?.title).toBe('Binary trees')
  })

  test('retires what it no longer has, and brings it back', async () => {
    const without = {
      ...catalogue,
      problems: catalogue.problems.filter((problem) => problem.slug !== 'two-sum'),
    }
    await loadSeeds(database.db, without)
    const retired = await problemOf('two-sum')
    expect(retired.retired_at).toBeInstanceOf(Date)
    await loadSeeds(database.db, without)
    expect((await problemOf('two-sum')).retired_at).toEqual(retired.retired_at)
    await loadSeeds(database.db, catalogue)
    expect(await problemOf('two-sum')).toEqual({ ...retired, retired_at: null })
  })

  test('takes the embedding from the knowledge section that changed, from no other', async () => {
    const { db } = database
    const vector = JSON.stringify(Array(1536).fill(0.1))
    await db.updateTable('knowledge_chunks').set({ embedding: vector, embedding_model: 'test' }).execute()
    const knowledge = catalogue.knowledge.map((chunk) =>
      chunk.topic === 'trees' && chunk.position === 0 ? { ...chunk, body: `${chunk.body} More.` } : chunk,
    )
    await loadSeeds(db, { ...catalogue, knowledge })
    const bare = await db
      .selectFrom('knowledge_chunks')
      .select(['topic', 'position'])
      .where('embedding', 'is', null)
      .execute()
    expect(bare).toEqual([{ topic: 'trees', position: 0 }])
  })

  test('drops a knowledge section that is gone', async () => {
    const knowledge = catalogue.knowledge.filter((chunk) => chunk.topic !== 'trees' || chunk.position === 0)
    await loadSeeds(database.db, { ...catalogue, knowledge })
    const left = await database.db
      .selectFrom('knowledge_chunks')
      .select('position')
      .where('topic', '=', 'trees')
      .execute()
    expect(left).toEqual([{ position: 0 }])
  })

  test("touches nothing of a learner's and no count", async () => {
    const { db } = database
    const { id } = await problemOf('two-sum')
    const mine = { learner_id: randomUUID(), problem_id: id }
    await db.insertInto('upvotes').values(mine).execute()
    await db
      .insertInto('comments')
      .values({ ...mine, author_name: 'Ada', body: 'x' })
      .execute()
    await db
      .insertInto('attempts')
      .values({ ...mine, outcome: 'solved' })
      .execute()
    await db
      .insertInto('problem_progress')
      .values({ ...mine, status: 'solved', last_attempt_at: new Date() })
      .execute()
    await db
      .updateTable('problem_stats')
      .set({ upvotes: 1, comments: 1 })
      .where('problem_id', '=', id)
      .execute()
    const learners = ['upvotes', 'comments', 'attempts', 'problem_progress', 'problem_stats'] as const
    const before = await versionsOf(...learners)
    await loadSeeds(db, change('two-sum', { title: 'Two Sums' }))
    await loadSeeds(db, {
      ...catalogue,
      problems: catalogue.problems.filter((problem) => problem.slug !== 'two-sum'),
    })
    expect(await versionsOf(...learners)).toEqual(before)
  })
})
