import type { Database } from '@codify/db'
import { cloneTemplate } from '@codify/db/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { anExercise } from './exercises/testing.ts'
import { loadSeeds } from './load-seeds.ts'
import { readCatalogue } from './read-catalogue.ts'

const catalogue = await readCatalogue()
let database: Database
beforeAll(async () => {
  database = await cloneTemplate(inject('template'))
})
afterAll(() => database.close())

const load = (exercises: ReturnType<typeof anExercise>[], from = catalogue) =>
  loadSeeds(database.db, from, exercises)
async function stored() {
  const { rows } = await sql<{ slug: string; digest: string; version: string }>`
    select p.slug, e.digest, e.ctid::text || e.xmin::text as version
    from exercises e join problems p on p.id = e.problem_id order by p.slug`.execute(database.db)
  return rows
}

test('exercises are loaded once, written again only when they changed, and go when their folder is gone', async () => {
  await load([anExercise('3sum'), anExercise('two-sum')])
  const first = await stored()
  expect(first.map(({ slug }) => slug)).toEqual(['3sum', 'two-sum'])
  await load([anExercise('3sum'), anExercise('two-sum')])
  expect(await stored()).toEqual(first)

  await load([anExercise('3sum'), { ...anExercise('two-sum'), statement: 'Find both.' }])
  const [untouched, changed] = await stored()
  expect(untouched).toEqual(first[0])
  expect(changed?.digest).not.toBe(first[1]?.digest)

  await load([anExercise('two-sum')])
  expect((await stored()).map(({ slug }) => slug)).toEqual(['two-sum'])
})

test('every text is kept, one with the character 0 too', async () => {
  const exercise = anExercise('two-sum')
  exercise.tests[0] = { name: 'nothing', args: [['\u0000'], 0], expected: '\u0000' }
  await load([exercise])
  const { rows } = await sql<{ content: string }>`
    select content::text as content from exercises`.execute(database.db)
  expect(JSON.parse(rows[0]?.content ?? '').tests[0].expected).toBe('\u0000')
})

test('an exercise goes with its problem, and solutions are nowhere in the table', async () => {
  await load([anExercise('two-sum')])
  const { rows } = await sql<{ keys: string[] }>`
    select array_agg(key order by key) as keys from exercises, json_object_keys(content) as key`.execute(
    database.db,
  )
  expect(rows[0]?.keys).toEqual(
    'call compare constraints digest examples growth result slug starters statement tests time_limit_ms'.split(
      ' ',
    ),
  )
  const problems = catalogue.problems.filter(({ slug }) => slug !== 'two-sum')
  await load([anExercise('two-sum')], { ...catalogue, problems })
  expect(await stored()).toEqual([])
})
