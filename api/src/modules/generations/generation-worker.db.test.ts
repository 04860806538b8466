import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@codify/db'
import { cloneTemplate } from '@codify/db/testing'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createCatalogueRepository } from '../catalogue/catalogue.repository.ts'
import { createCatalogueCache } from '../catalogue/catalogue-cache.ts'
import { createLocalEmbedder } from '../embeddings/local-embedder.ts'
import { createIntakeRepository } from '../intake/intake.repository.ts'
import { createPlansRepository } from '../plans/plans.repository.ts'
import type { Proposer } from '../proposals/openai-proposer.ts'
import { createRetrievalRepository } from '../retrieval/retrieval.repository.ts'
import { generatePlan } from './generate-plan.ts'
import { createGenerationSignals } from './generation-signals.ts'
import { startGenerationWorker } from './generation-worker.ts'
import { type Claim, createGenerationsRepository, LeaseLostError } from './generations.repository.ts'
import { queueGeneration, until } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await cloneTemplate(inject('template'))
})
afterAll(() => database.close())

const logger = pino({ level: 'silent' })

/** One replica's worker on the shared database. */
function startReplica(proposer: Proposer) {
  const { db } = database
  const generations = createGenerationsRepository({ db })
  const deps = {
    generations,
    intakes: createIntakeRepository({ db }),
    plans: createPlansRepository({ db }),
    catalogue: createCatalogueCache({ catalogue: createCatalogueRepository({ readDb: db }) }),
    retrieval: createRetrievalRepository({ db }),
    embedder: createLocalEmbedder(),
    signals: createGenerationSignals(),
    clock: () => new Date(),
    proposer,
    guard: { isOn: async () => true, refusalOf: async () => null, record: async () => {} },
    onEnd: () => {},
  }
  return startGenerationWorker({
    generations,
    logger,
    generate: ({ claim, signal }) => generatePlan({ claim, signal, deps }),
  })
}

async function plansOf(learnerId: string): Promise<number> {
  const rows = await database.db
    .selectFrom('plans')
    .select('id')
    .where('learner_id', '=', learnerId)
    .execute()
  return rows.length
}

test('two replicas share the work and no generation runs twice', async () => {
  const queued = await Promise.all(Array.from({ length: 8 }, () => queueGeneration(database.db)))
  const asked: number[] = []
  const proposer: Proposer = async () => {
    asked.push(asked.length)
    await sleep(20)
    return { ok: false, model: 'fake', reason: 'unreachable' }
  }
  const replicas = [startReplica(proposer), startReplica(proposer)]
  await until(async () => {
    const counts = await Promise.all(queued.map(({ learnerId }) => plansOf(learnerId)))
    return counts.every((count) => count === 1)
  })
  await Promise.all(replicas.map((replica) => replica.stop()))
  expect(asked).toHaveLength(8)
})

test('what a stopping replica leaves is taken up at once by another', async () => {
  const { learnerId } = await queueGeneration(database.db)
  let entered = () => {}
  const inModelCall = new Promise<void>((resolve) => {
    entered = resolve
  })
  const stuck = startReplica(async ({ signal }) => {
    entered()
    await sleep(60_000, undefined, { signal }).catch(() => signal.throwIfAborted())
    throw new Error('unreachable')
  })
  await inModelCall
  await stuck.stop()
  expect(await plansOf(learnerId)).toBe(0)

  const other = startReplica(async () => ({ ok: false, model: 'fake', reason: 'unreachable' }))
  await until(async () => (await plansOf(learnerId)) === 1)
  await other.stop()
})

test('a model answer that was kept is used after a crash instead of asking again', async () => {
  const { id, learnerId } = await queueGeneration(database.db)
  const { db } = database
  const generations = createGenerationsRepository({ db })
  const claim = await claimOne(id)
  await generations.saveModelAnswer({ claim, answer: { ok: false, model: 'kept', reason: 'refused' } })
  await expireLease(id)

  let asked = 0
  const replica = startReplica(async () => {
    asked += 1
    return { ok: false, model: 'fake', reason: 'unreachable' }
  })
  await until(async () => (await plansOf(learnerId)) === 1)
  await replica.stop()
  expect(asked).toBe(0)
  const plan = await createPlansRepository({ db }).findCurrent({ learnerId })
  expect(plan?.plan_json.note).toContain('declined to answer')
})

test('a worker that lost its lease cannot write any more', async () => {
  const { id, learnerId } = await queueGeneration(database.db)
  const generations = createGenerationsRepository({ db: database.db })
  const stale = await claimOne(id)
  await expireLease(id)
  const fresh = await claimOne(id)
  expect(fresh.claim).toBe(stale.claim + 1)
  await expect(generations.saveModelAnswer({ claim: stale, answer: {} })).rejects.toThrow(LeaseLostError)
  await expect(generations.fail({ claim: stale, code: 'x', detail: 'x' })).rejects.toThrow(LeaseLostError)
  await generations.appendEvents({ claim: stale, events: [{ type: 'failed', code: 'x', detail: 'x' }] })
  expect(await generations.listEvents({ id, afterSeq: 0 })).toEqual([])
  await generations.fail({ claim: fresh, code: 'test.over', detail: 'over' })
  expect(await plansOf(learnerId)).toBe(0)
})

test('a generation that ends every worker is given up after five', async () => {
  const { id } = await queueGeneration(database.db)
  await database.db.updateTable('generations').set({ claim: 5 }).where('id', '=', id).execute()
  const replica = startReplica(async () => ({ ok: false, model: 'fake', reason: 'unreachable' }))
  await until(async () => {
    const row = await database.db
      .selectFrom('generations')
      .select(['state', 'error_code'])
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.state === 'failed' && row.error_code === 'plan.generation_failed'
  })
  await replica.stop()
})

async function claimOne(id: string): Promise<Claim> {
  const claims = await createGenerationsRepository({ db: database.db }).claim({
    limit: 10,
    leaseSeconds: 60,
    worker: randomUUID(),
  })
  const claim = claims.find((one) => one.id === id)
  if (!claim) throw new Error('not claimed')
  return claim
}

async function expireLease(id: string): Promise<void> {
  await database.db
    .updateTable('generations')
    .set({ lease_until: sql<Date>`now() - interval '1 second'` })
    .where('id', '=', id)
    .execute()
}
