import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openPostgres } from '@codify/db'
import { cloneTemplate } from '@codify/db/testing'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDependencies } from '../../app/create-dependencies.ts'
import { generousLimits } from '../../app/testing.ts'
import { startGenerationWorker } from './generation-worker.ts'
import { type Claim, createGenerationsRepository } from './generations.repository.ts'
import { queueGeneration, until } from './testing.ts'

let database: Awaited<ReturnType<typeof cloneTemplate>>
beforeAll(async () => {
  database = await cloneTemplate(inject('template'))
})
afterAll(() => database.close())

const logger = pino({ level: 'silent' })
const waited = new Error('timeout exceeded when trying to connect')

async function rowOf(id: string) {
  return database.db
    .selectFrom('generations')
    .select(['state', 'error_code', 'claim', 'deferrals'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** A worker whose work is `generate`; what fails comes back at once. */
function startWorker(
  generate: Parameters<typeof startGenerationWorker>[0]['generate'],
  options: { workingMost?: number } = {},
) {
  const generations = createGenerationsRepository({ db: database.db })
  const worker = startGenerationWorker({ generations, logger, generate, waitSeconds: () => 0, ...options })
  const waking = setInterval(worker.wake, 20)
  return {
    generations,
    async stop() {
      clearInterval(waking)
      await worker.stop()
    },
  }
}

test('a generation whose database cannot be had is tried again, and not given up after five times', async () => {
  const { id } = await queueGeneration(database.db)
  let tries = 0
  const worker = startWorker(async ({ claim }) => {
    tries += 1
    if (tries <= 8) throw waited
    await worker.generations.fail({ claim, code: 'test.over', detail: 'over' })
  })
  await until(async () => (await rowOf(id)).state === 'failed')
  await worker.stop()
  expect(await rowOf(id)).toMatchObject({ error_code: 'test.over', claim: 9, deferrals: 8 })
})

test('an error of its own counts, and it is given up after five of them', async () => {
  const { id } = await queueGeneration(database.db)
  let tries = 0
  const worker = startWorker(async () => {
    tries += 1
    throw new Error('a mistake')
  })
  await until(async () => (await rowOf(id)).state === 'failed')
  await worker.stop()
  expect(tries).toBe(5)
  expect(await rowOf(id)).toMatchObject({ error_code: 'plan.generation_failed', deferrals: 0 })
})

test('what went back to the queue sixty times is given up', async () => {
  const { id } = await queueGeneration(database.db)
  await database.db
    .updateTable('generations')
    .set({ claim: 61, deferrals: 61 })
    .where('id', '=', id)
    .execute()
  const worker = startWorker(async () => {
    throw new Error('it was not to be tried again')
  })
  await until(async () => (await rowOf(id)).state === 'failed')
  await worker.stop()
})

test('what waits for its turn again is left alone until then', async () => {
  const { id } = await queueGeneration(database.db)
  const generations = createGenerationsRepository({ db: database.db })
  const take = async () =>
    (await generations.claim({ limit: 10, leaseSeconds: 60, worker: crypto.randomUUID() })).find(
      (claim) => claim.id === id,
    )
  const claim = await take()
  if (!claim) throw new Error('not claimed')
  await generations.putBack({ claim, seconds: 60, isInnocent: true })
  expect(await take()).toBeUndefined()
  expect(await rowOf(id)).toMatchObject({ state: 'queued', claim: 1, deferrals: 1 })
  // A worker that put the generation back may not save to it.
  await expect(generations.saveModelAnswer({ claim, answer: {} })).rejects.toThrow('another worker')
  await database.db.updateTable('generations').set({ lease_until: null }).where('id', '=', id).execute()
  const again = await take()
  if (!again) throw new Error('not claimed')
  await generations.fail({ claim: again, code: 'test.over', detail: 'over' })
})

test('a worker that takes up what it had taken up itself did not die of it; another one may have', async () => {
  const { id } = await queueGeneration(database.db)
  const generations = createGenerationsRepository({ db: database.db })
  const take = async (worker: string) => {
    await sql`update generations set lease_until = now() - interval '1 second' where id = ${id}`.execute(
      database.db,
    )
    const claims = await generations.claim({ limit: 10, leaseSeconds: 60, worker })
    return claims.find((claim) => claim.id === id)
  }
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  expect(await take(one)).toMatchObject({ claim: 1, deferrals: 0 })
  expect(await take(one)).toMatchObject({ claim: 2, deferrals: 1 })
  const last = await take(other)
  expect(last).toMatchObject({ claim: 3, deferrals: 1 })
  if (last) await generations.fail({ claim: last, code: 'test.over', detail: 'over' })
})

test('leases are renewed together, and only the newest claim of each', async () => {
  const [first, second] = [await queueGeneration(database.db), await queueGeneration(database.db)]
  const generations = createGenerationsRepository({ db: database.db })
  const claims = await generations.claim({ limit: 10, leaseSeconds: 1, worker: crypto.randomUUID() })
  const stale = claims.map((claim): Claim => (claim.id === second.id ? { ...claim, claim: 0 } : claim))
  const kept = await generations.renewLeases({ claims: stale, leaseSeconds: 60 })
  expect([...kept]).toEqual([first.id])
  for (const claim of claims) await generations.fail({ claim, code: 'test.over', detail: 'over' })
})

test('no more than so many work at once, and those who wait for a model do not count', async () => {
  const queued = await Promise.all(Array.from({ length: 6 }, () => queueGeneration(database.db)))
  const model = Promise.withResolvers<void>()
  let [working, most, thinking] = [0, 0, 0]
  const work = async () => {
    working += 1
    most = Math.max(most, working)
    await sleep(10)
    working -= 1
  }
  const worker = startWorker(
    async ({ claim, slot }) => {
      await work()
      thinking += 1
      await slot.outside(() => model.promise)
      await work()
      await worker.generations.fail({ claim, code: 'test.over', detail: 'over' })
    },
    { workingMost: 2 },
  )
  await until(async () => thinking === 6)
  model.resolve()
  await until(async () => {
    const rows = await Promise.all(queued.map(({ id }) => rowOf(id)))
    return rows.every(({ state }) => state === 'failed')
  })
  await worker.stop()
  expect(most).toBe(2)
})

const { kind } = inject('template')
describe.runIf(kind === 'postgres')('with two connections that others hold', () => {
  let scarce: Database
  beforeAll(() => {
    if (!database.databaseUrl) throw new Error('a server is needed')
    const databaseUrl = database.databaseUrl
    scarce = openPostgres({ databaseUrl, poolSize: 2, connectTimeoutMs: 100, statementTimeoutMs: 3_500 })
  })
  afterAll(() => scarce.close())

  test('every plan is made all the same, by the model', async () => {
    const queued = await Promise.all(Array.from({ length: 12 }, () => queueGeneration(database.db)))
    const { db } = scarce
    let over = false
    let refused = 0
    // Both connections are busy three times as long as anybody waits for one, again and again.
    const hogs = [1, 2].map(async () => {
      while (!over) {
        await sql`select pg_sleep(0.3)`.execute(db).catch(() => (refused += 1))
        await sleep(150)
      }
    })
    const { stop } = createDependencies({
      database: scarce,
      clock: () => new Date(),
      logger,
      verifyToken: async () => {
        throw new Error('nobody calls')
      },
      model: undefined,
      limits: generousLimits,
      moderators: new Set(),
      proposer: async () => ({ ok: false, model: 'fake', reason: 'refused' }),
    })
    const ids = queued.map(({ id }) => id)
    const rows = () =>
      database.db
        .selectFrom('generations')
        .select(['state', 'deferrals', 'model_answer'])
        .where('id', 'in', ids)
        .execute()
    await expect
      .poll(async () => (await rows()).filter(({ state }) => state === 'done').length, { timeout: 100_000 })
      .toBe(12)
    over = true
    await Promise.all(hogs)
    await stop()
    const ended = await rows()
    expect(ended.every(({ model_answer }) => model_answer !== null)).toBe(true)
    // It was a test of something: connections were not to be had.
    expect(ended.reduce((sum, { deferrals }) => sum + deferrals, 0)).toBeGreaterThan(0)
  }, 120_000)
})
