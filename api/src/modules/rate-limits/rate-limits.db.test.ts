import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressHeader, forwarderHeader } from '../../app/client-address.ts'
import { createApp } from '../../app/create-app.ts'
import { useTestApi } from '../../app/testing.ts'
import { readProblem } from '../../app/testing-answers.ts'
import { createRateLimitsRepository } from './rate-limits.repository.ts'

let now = Date.parse('2026-05-04T10:00:15Z')
const api = useTestApi({ clock: () => new Date(now) })
// Every test has a window of its own.
beforeEach(() => {
  now += 600_000
})

type Limits = Partial<typeof api.deps.limits>
type Replica = ReturnType<typeof createApp>

/** Several processes on one database, as far as they can tell. */
function replicas(count: number, limits: Limits): Replica[] {
  const deps = { ...api.deps, limits: { ...api.deps.limits, ...limits } }
  return Array.from({ length: count }, () => createApp(deps))
}

/** Returns the headers that `web` sends for a browser at `address`. */
async function from(address: string, claims: Record<string, unknown> = {}) {
  const token = await api.sign({ sub: 'web', scope: 'forward', ...claims })
  return { [addressHeader]: address, [forwarderHeader]: token }
}

async function statuses(apps: Replica[], times: number, headers: () => Promise<Record<string, string>>) {
  const all = []
  for (let i = 0; i < times; i++) {
    const response = await apps[i % apps.length]?.request('/v1/topics', { headers: await headers() })
    all.push(response?.status)
  }
  return all
}
const passed = (all: (number | undefined)[]) => all.filter((status) => status === 200).length

describe('callers who are not signed in', () => {
  test('share the limit of their address across replicas, others have their own', async () => {
    const apps = replicas(2, { anonymousPerMinute: 50 })
    const headers = await from('203.0.113.7')
    const all = await statuses(apps, 120, async () => headers)
    expect(passed(all)).toBeGreaterThanOrEqual(40)
    expect(passed(all)).toBeLessThanOrEqual(60)
    expect(all.slice(-40)).toEqual(Array(40).fill(429))
    const other = await from('203.0.113.8')
    expect(passed(await statuses(apps, 2, async () => other))).toBe(2)
    now += 60_000
    expect(passed(await statuses(apps, 2, async () => headers))).toBe(2)
  })

  test('are told when to come back', async () => {
    const [app] = replicas(1, { anonymousPerMinute: 1 })
    const headers = await from('203.0.113.9')
    await app?.request('/v1/topics', { headers })
    const response = await app?.request('/v1/topics', { headers })
    if (!response) throw new Error('no answer')
    expect(response.headers.get('retry-after')).toBe('45')
    await readProblem(response, { status: 429, code: 'rate.limited' })
  })

  test('of one IPv6 network are one caller', async () => {
    const apps = replicas(1, { anonymousPerMinute: 3 })
    let host = 0
    const all = await statuses(apps, 6, () => from(`2001:db8:7:7::${++host}`))
    expect(passed(all)).toBe(3)
  })

  test.each([
    ['as addresses', '2001:db8:8:1::9', '2001:db8:8:2::9'],
    ['as web names them', '2001:db8:9:1::/64', '2001:db8:9:2::/64'],
    ['as translated IPv4 addresses', '64:ff9b::1.2.3.4', '64:ff9b::1.2.3.5'],
  ])('of two networks are two, %s', async (_, one, other) => {
    const apps = replicas(1, { anonymousPerMinute: 3 })
    expect(passed(await statuses(apps, 6, () => from(one)))).toBe(3)
    expect(passed(await statuses(apps, 6, () => from(other)))).toBe(3)
  })
})

describe('an address', () => {
  test('that web did not vouch for counts for nothing', async () => {
    const [app] = replicas(1, { anonymousPerMinute: 2 })
    const connection = { incoming: { socket: { remoteAddress: '198.51.100.1' } } }
    const learnerToken = await api.sign({ sub: randomUUID() })
    const forged = [
      { [addressHeader]: '1.1.1.1' },
      { [addressHeader]: '1.1.1.2', [forwarderHeader]: 'a.b.c' },
      { [addressHeader]: '1.1.1.3', [forwarderHeader]: learnerToken },
      await from('1.1.1.4', { scope: 'auth' }),
      await from('1.1.1.5', { exp: Math.floor(now / 1000) - 60 }),
      { 'x-forwarded-for': '1.1.1.6' },
      { 'x-real-ip': '1.1.1.7', 'cf-connecting-ip': '1.1.1.8' },
    ]
    const all = []
    for (const headers of forged)
      all.push((await app?.request('/v1/topics', { headers }, connection))?.status)
    expect(all).toEqual([200, 200, 429, 429, 429, 429, 429])
  })

  test('may try only so many tokens that are wrong', async () => {
    const [app] = replicas(1, { anonymousPerMinute: 2 })
    const headers = { ...(await from('203.0.113.20')), authorization: 'Bearer a.b.c' }
    const all = []
    for (let i = 0; i < 30; i++) all.push((await app?.request('/v1/topics', { headers }))?.status)
    expect(all.filter((status) => status === 401)).toHaveLength(20)
    expect(all.at(-1)).toBe(429)
  })

  test('of web is no key: its token opens nothing', async () => {
    const token = await api.sign({ sub: 'web', scope: 'forward' })
    for (const path of ['/v1/topics', '/v1/me/export', '/v1/internal/sign-in-tokens/use'])
      await readProblem(await api.call('GET', path, { token }), { status: 401, code: 'auth.invalid_token' })
  })
})

test('the limit of a learner holds across replicas and addresses', async () => {
  const apps = replicas(3, { requestsPerMinute: 30, anonymousPerMinute: 1000 })
  const authorization = `Bearer ${await api.sign({ sub: randomUUID() })}`
  let host = 0
  const all = await statuses(apps, 90, async () => ({
    ...(await from(`192.0.2.${++host % 250}`)),
    authorization,
  }))
  expect(passed(all)).toBeGreaterThanOrEqual(30 - 9)
  expect(passed(all)).toBeLessThanOrEqual(30 + 9)
})

test('no address and no learner is stored, and what is over is swept', async () => {
  const { db } = api.database
  const apps = replicas(1, { anonymousPerMinute: 10 })
  const headers = await from('203.0.113.99')
  await statuses(apps, 10, async () => headers)
  const rows = await db.selectFrom('rate_counters').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('203.0')
  const counters = createRateLimitsRepository({ db })
  await counters.sweep({ now: new Date(now) })
  expect((await db.selectFrom('rate_counters').select('bucket').execute()).length).toBeGreaterThan(0)
  await counters.sweep({ now: new Date(now + 3_600_000) })
  expect(await db.selectFrom('rate_counters').select('bucket').execute()).toEqual([])
})
