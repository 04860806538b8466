import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {
  type Database,
  isMigrated,
  openDatabase,
  openPostgres,
  restoreToFolder,
  restoreToServer,
} from '@codify/db'
import { createEmptyDatabase } from '@codify/db/testing'
import { loadSeeds } from '@codify/seeds'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { z } from 'zod'
import { useTestApi } from '../src/app/testing.ts'
import { attemptPageSchema } from '../src/modules/attempts/attempts.schemas.ts'
import { commentPageSchema } from '../src/modules/comments/comments.schemas.ts'
import { storedIntakeSchema } from '../src/modules/intake/intake.schemas.ts'
import { learnerExportSchema } from '../src/modules/learners/learners.schemas.ts'
import { planPageSchema, planSchema } from '../src/modules/plans/plans.schemas.ts'
import { problemSchema } from '../src/modules/problems/problems.schemas.ts'

// One archive a release, written by that release's own schema and API; they are never changed.
const releases = path.resolve(import.meta.dirname, '../../db/test/releases')
const template = inject('template')
const ended: (() => Promise<unknown> | unknown)[] = []

/** The archive in a fresh database of the kind that is tested, brought to the newest schema. */
async function restore(file: string): Promise<Database> {
  if (template.kind === 'embedded') {
    const dataDir = path.join(os.tmpdir(), `codify-release-${randomUUID()}`)
    ended.push(() => fs.rmSync(dataDir, { recursive: true, force: true }))
    await restoreToFolder({ dataDir, file, replace: false })
    return openDatabase({ dataDir })
  }
  const { url, drop } = await createEmptyDatabase(template.serverUrl)
  ended.push(drop)
  await restoreToServer({ databaseUrl: url, file, replace: false })
  return openPostgres({ databaseUrl: url })
}

describe('release 1', () => {
  const api = useTestApi({
    database: async () => {
      const database = await restore(path.join(releases, '1.jsonl.gz'))
      // As the start of the new release does.
      await loadSeeds(database.db)
      return database
    },
  })
  afterAll(async () => {
    for (const end of ended) await end()
  })
  const ada = { id: '11111111-1111-4111-8111-111111111111', name: 'Ada' }
  const grace = { id: '22222222-2222-4222-8222-222222222222', name: 'Grace' }
  const alan = { id: '33333333-3333-4333-8333-333333333333', name: 'Alan' }

  async function read<Schema extends z.ZodType>(
    place: string,
    schema: Schema,
    learner = ada,
  ): Promise<z.output<Schema>> {
    const response = await api.call('GET', place, { learner })
    expect(response.status, await response.clone().text()).toBe(200)
    return schema.parse(await response.json())
  }

  test('reaches the newest schema', async () => {
    expect(await isMigrated(api.database.db)).toBe(true)
  })

  test('keeps intakes, with every character', async () => {
    const intake = await read('/v1/intake', storedIntakeSchema, grace)
    expect(intake).toMatchObject({
      level: 'beginner',
      interview_date: '2031-05-04',
      constraints: 'Nur abends.\n"Quotes", \\backslashes\\ and a tab\t.',
      past_experience: 'Compilers; naïve 日本語\u2028line',
    })
    const { regeneration_answers } = await read('/v1/intake', storedIntakeSchema)
    expect(regeneration_answers.map(({ a }) => a)).toEqual(['Graphs, mostly.', 'More time for trees.'])
  })

  test('keeps plans: the current one, the proposal and the history', async () => {
    const current = await read('/v1/plans/current', planSchema)
    expect(current.plan_json.weeks.length).toBeGreaterThan(0)
    const { items } = await read('/v1/plans', planPageSchema)
    expect(items.map(({ status }) => status)).toEqual(['proposed', 'current', 'superseded'])
    for (const { id } of items) await read(`/v1/plans/${id}`, planSchema)
  })

  test('keeps attempts, upvotes, comments and their counts', async () => {
    const attempts = await read('/v1/attempts', attemptPageSchema)
    const graces = await read('/v1/attempts', attemptPageSchema, grace)
    expect(attempts.items.length + graces.items.length).toBe(24)
    const problem = await read(`/v1/problems/${attempts.items[0]?.problem}`, problemSchema)
    expect(problem.status).toBe(attempts.items[0]?.outcome)
    const kept = learnerExportSchema.parse(
      await (await api.call('GET', '/v1/me/export', { learner: ada })).json(),
    )
    expect(kept.upvotes).toHaveLength(15)
    const [comment] = kept.comments
    const page = await read(`/v1/problems/${comment?.problem}/comments`, commentPageSchema)
    expect(page.items.map(({ body }) => body)).toContain(comment?.body)
    const commented = await read(`/v1/problems/${comment?.problem}`, problemSchema)
    expect(commented.comment_count).toBe(page.items.length)
  })

  test('finishes the generation that was under way', async () => {
    // Its worker's lease would run out by itself; a start on the embedded database frees it at once.
    await api.deps.generator.generations.releaseAll()
    api.deps.generator.wake()
    await expect
      .poll(async () => (await api.call('GET', '/v1/plans/current', { learner: alan })).status, {
        timeout: 20_000,
      })
      .toBe(200)
  })

  test('goes on: a new attempt, upvote, comment and plan', async () => {
    const body = { outcome: 'solved' }
    const calls: [string, string, unknown, number][] = [
      ['POST', '/v1/problems/two-sum/attempts', body, 201],
      ['PUT', '/v1/problems/two-sum/upvote', undefined, 200],
      ['POST', '/v1/problems/two-sum/comments', { body: 'Still here' }, 201],
    ]
    for (const [method, place, sent, status] of calls)
      expect((await api.call(method, place, { learner: grace, body: sent })).status).toBe(status)
    const made = await api.call('POST', '/v1/plans', {
      learner: grace,
      body: {},
      headers: { prefer: 'wait=20' },
    })
    expect(made.status).toBe(201)
  })
})
