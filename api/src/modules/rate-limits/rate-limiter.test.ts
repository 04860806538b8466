import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { createRateLimiter } from './rate-limiter.ts'

const MINUTE = 60_000
const logger = pino({ level: 'silent' })

/** Replicas that share one set of counters, under one clock. */
function setUp({ limit, replicas = 1 }: { limit: number; replicas?: number }) {
  const state = { now: 10 * MINUTE + 15_000, writes: 0, down: false }
  const shared = new Map<string, number>()
  const counters = {
    add: async ({ bucket, hits }: { bucket: string; hits: number }) => {
      if (state.down) throw new Error('the database is away')
      state.writes++
      const total = (shared.get(bucket) ?? 0) + hits
      shared.set(bucket, total)
      return total
    },
  }
  const clock = () => new Date(state.now)
  const takers = Array.from({ length: replicas }, () =>
    createRateLimiter({ name: 'test', limit, windowSeconds: 60, counters, clock, logger }),
  )
  const take = async (caller: string, replica = 0) => takers[replica]?.(caller)
  const passed = async (times: number, replica: (i: number) => number = () => 0) => {
    const waits = []
    for (let i = 0; i < times; i++) waits.push(await take('ada', replica(i)))
    return waits.filter((wait) => wait === 0).length
  }
  return { state, take, passed }
}

describe('a limit', () => {
  test('lets exactly as many through, then says how long to wait', async () => {
    const { take, passed } = setUp({ limit: 20 })
    expect(await passed(50)).toBe(20)
    expect(await take('ada')).toBe(45)
    expect(await take('another')).toBe(0)
  })

  test('begins anew with the next window', async () => {
    const { state, take, passed } = setUp({ limit: 3 })
    await passed(10)
    state.now += 45_000
    expect(await take('ada')).toBe(0)
  })

  test('of nothing is none', async () => {
    const { state, passed } = setUp({ limit: 0 })
    expect(await passed(1000)).toBe(1000)
    expect(state.writes).toBe(0)
  })

  test('holds when many come at once', async () => {
    const { take } = setUp({ limit: 20 })
    const waits = await Promise.all(Array.from({ length: 200 }, () => take('ada')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20)
  })
})

describe('across replicas', () => {
  test.each([2, 3, 5])('%d let no more through than the limit and a tenth of it each', async (replicas) => {
    const { passed } = setUp({ limit: 100, replicas })
    const through = await passed(1000, (i) => i % replicas)
    expect(through).toBeGreaterThanOrEqual(100 - 10 * replicas)
    expect(through).toBeLessThanOrEqual(100 + 10 * replicas)
  })

  test('a small limit is kept to the hit', async () => {
    const { passed } = setUp({ limit: 5, replicas: 3 })
    expect(await passed(60, (i) => i % 3)).toBe(5)
  })
})

test('most hits write nothing: a tenth of the limit makes one write', async () => {
  const { state, passed } = setUp({ limit: 300 })
  await passed(29)
  expect(state.writes).toBe(0)
  await passed(271)
  expect(state.writes).toBe(10)
  await passed(1000)
  expect(state.writes).toBe(10)
})

test('without the database each replica keeps the limit by itself', async () => {
  const { state, passed } = setUp({ limit: 20 })
  state.down = true
  expect(await passed(50)).toBe(20)
})
