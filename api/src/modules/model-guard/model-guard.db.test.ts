import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { DIMENSIONS } from '../embeddings/embeddings.models.ts'
import { guardEmbedder } from '../embeddings/guarded-embedder.ts'
import { createLocalEmbedder, LOCAL_MODEL } from '../embeddings/local-embedder.ts'
import { createSettingsRepository } from '../maintenance/settings.repository.ts'
import { createRateLimiter } from '../rate-limits/rate-limiter.ts'
import { createRateLimitsRepository } from '../rate-limits/rate-limits.repository.ts'
import { createModelGuard, type ModelGuard } from './model-guard.ts'
import { createModelSwitch, MODEL_SETTING } from './model-switch.ts'
import { createModelUsageRepository } from './model-usage.repository.ts'

let now = Date.parse('2026-05-04T10:00:00Z')
const clock = () => new Date(now)
const logger = pino({ level: 'silent' })
const api = useTestApi({ clock })

// Every test has a day of its own.
beforeEach(() => {
  now += 24 * 3_600_000
})

type Budget = { calls?: number; tokens?: number; perLearner?: number }

/** The guard of one process on the database of this file. */
function guardOf({ calls = 0, tokens = 0, perLearner = 0 }: Budget): ModelGuard {
  const { db } = api.database
  const settings = createSettingsRepository({ db })
  return createModelGuard({
    usage: createModelUsageRepository({ db }),
    modelSwitch: createModelSwitch({ read: () => settings.read({ key: MODEL_SETTING }), clock, logger }),
    learnerLimit: createRateLimiter({
      name: 'model',
      limit: perLearner,
      windowSeconds: 86_400,
      isExact: true,
      counters: createRateLimitsRepository({ db }),
      clock,
      logger,
    }),
    limits: { modelCallsPerDay: calls, modelTokensPerDay: tokens },
    clock,
    logger,
  })
}

async function ask(guards: ModelGuard[], times: number, learnerId: () => string = randomUUID) {
  const answers = await Promise.all(
    Array.from({ length: times }, (_, i) =>
      guards[i % guards.length]?.refusalOf({ kind: 'plan', learnerId: learnerId() }),
    ),
  )
  return { allowed: answers.filter((answer) => answer === null).length, answers }
}

describe('the budget of a day', () => {
  test('of the instance is kept to the call by replicas that all ask at once', async () => {
    const { allowed, answers } = await ask([guardOf({ calls: 20 }), guardOf({ calls: 20 })], 100)
    expect(allowed).toBe(20)
    expect(new Set(answers)).toEqual(new Set([null, 'instance_budget']))
  })

  test('counts calls of every kind together, and begins anew the next day', async () => {
    const guard = guardOf({ calls: 2 })
    expect(await guard.refusalOf({ kind: 'plan', learnerId: null })).toBeNull()
    expect(await guard.refusalOf({ kind: 'embedding', learnerId: null })).toBeNull()
    expect(await guard.refusalOf({ kind: 'hint', learnerId: null })).toBe('instance_budget')
    now += 24 * 3_600_000
    expect(await guard.refusalOf({ kind: 'hint', learnerId: null })).toBeNull()
  })

  test('of tokens refuses once they are used up, and says so to other replicas', async () => {
    const guard = guardOf({ tokens: 1000 })
    expect(await guard.refusalOf({ kind: 'plan', learnerId: null })).toBeNull()
    await guard.record({ kind: 'plan', usage: { promptTokens: 900, completionTokens: 99 } })
    expect(await guard.refusalOf({ kind: 'plan', learnerId: null })).toBeNull()
    await guard.record({ kind: 'embedding', usage: { promptTokens: 1, completionTokens: 0 } })
    expect(await guardOf({ tokens: 1000 }).refusalOf({ kind: 'plan', learnerId: null })).toBe(
      'instance_budget',
    )
  })

  test('of a learner is theirs alone, and deleting the account does not renew it', async () => {
    const learner = api.learner()
    const guards = [guardOf({ perLearner: 5 }), guardOf({ perLearner: 5 })]
    expect((await ask(guards, 20, () => learner.id)).allowed).toBe(5)
    expect((await ask(guards, 4)).allowed).toBe(4)
    await api.call('DELETE', '/v1/me', { learner })
    expect((await ask(guards, 1, () => learner.id)).answers).toEqual(['learner_budget'])
  })

  test('holds no learner', async () => {
    await ask([guardOf({})], 3)
    const [row] = await api.database.db.selectFrom('model_usage').selectAll().limit(1).execute()
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'calls',
      'completion_tokens',
      'day',
      'kind',
      'prompt_tokens',
    ])
  })
})

describe('a server that fails', () => {
  test('five times in a row is left alone for 30 seconds, which uses nothing of the budget; embeddings have their own', async () => {
    const guard = guardOf({ calls: 100 })
    const refusal = () => guard.refusalOf({ kind: 'plan', learnerId: null })
    for (const kind of ['plan', 'hint', 'plan', 'hint', 'plan'] as const)
      await guard.record({ kind, works: false })
    expect(await refusal()).toBe('resting')
    expect(await guard.refusalOf({ kind: 'hint', learnerId: null })).toBe('resting')
    expect(await guard.refusalOf({ kind: 'embedding', learnerId: null })).toBeNull()
    now += 30_000
    expect([await refusal(), await refusal()]).toEqual([null, 'resting'])
    await guard.record({ kind: 'plan', works: true })
    expect(await refusal()).toBeNull()
    const used = await createModelUsageRepository({ db: api.database.db }).ofDay({
      day: clock().toISOString().slice(0, 10),
    })
    expect(used.reduce((sum, { calls }) => sum + Number(calls), 0)).toBe(3)
  })
})

describe('turning the model off', () => {
  const settings = () => createSettingsRepository({ db: api.database.db })
  afterEach(() => settings().write({ key: MODEL_SETTING, value: 'on', now: clock() }))

  test('is heard by a running process within seconds, and so is turning it on', async () => {
    const guard = guardOf({})
    const refusal = () => guard.refusalOf({ kind: 'plan', learnerId: null })
    expect(await refusal()).toBeNull()
    await settings().write({ key: MODEL_SETTING, value: 'off', now: clock() })
    now += 3_000
    expect(await refusal()).toBe('turned_off')
    await settings().write({ key: MODEL_SETTING, value: 'on', now: clock() })
    now += 3_000
    expect(await refusal()).toBeNull()
  })

  test('has texts embedded by the built-in method, under its name', async () => {
    await settings().write({ key: MODEL_SETTING, value: 'off', now: clock() })
    let asked = 0
    const embedder = guardEmbedder({
      embedder: {
        model: 'theirs',
        embed: async (texts) => {
          asked++
          return { model: 'theirs', vectors: texts.map(() => new Array(DIMENSIONS).fill(1)), tokens: 7 }
        },
      },
      fallback: createLocalEmbedder(),
      guard: guardOf({}),
      logger,
    })
    expect((await embedder.embed(['graphs 2/5'])).model).toBe(LOCAL_MODEL)
    expect(asked).toBe(0)
    await settings().write({ key: MODEL_SETTING, value: 'on', now: clock() })
    now += 3_000
    expect((await embedder.embed(['graphs 2/5'])).model).toBe('theirs')
    const used = await createModelUsageRepository({ db: api.database.db }).ofDay({
      day: clock().toISOString().slice(0, 10),
    })
    expect(used).toMatchObject([{ kind: 'embedding', calls: '1', prompt_tokens: '7' }])
  })

  test('a budget that cannot be read grants nothing: whoever can wait is told so, an embedding does not wait', async () => {
    const broken = new Error('timeout exceeded when trying to connect')
    const guard = createModelGuard({
      usage: {
        ...createModelUsageRepository({ db: api.database.db }),
        reserve: () => Promise.reject(broken),
      },
      modelSwitch: { isOn: async () => true },
      learnerLimit: () => 0,
      limits: { modelCallsPerDay: 10, modelTokensPerDay: 0 },
      clock,
      logger,
    })
    const refusals = [1, 2, 3].map(() => guard.refusalOf({ kind: 'plan', learnerId: null }))
    for (const refusal of await Promise.allSettled(refusals))
      expect(refusal).toEqual({ status: 'rejected', reason: broken })
    const embedder = guardEmbedder({
      embedder: { model: 'theirs', embed: () => Promise.reject(new Error('it was asked')) },
      fallback: createLocalEmbedder(),
      guard,
      logger,
    })
    expect((await embedder.embed(['graphs 2/5'])).model).toBe(LOCAL_MODEL)
  })

  test('a switch that cannot be read stays as it was', async () => {
    const state = { value: 'off', fails: false }
    const modelSwitch = createModelSwitch({
      read: async () => {
        if (state.fails) throw new Error('away')
        return state.value
      },
      clock,
      logger,
    })
    expect(await modelSwitch.isOn()).toBe(false)
    state.fails = true
    now += 10_000
    expect(await modelSwitch.isOn()).toBe(false)
  })
})
