import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { useTestApi } from '../src/app/testing.ts'
import { anIntake } from '../src/modules/intake/testing.ts'
import { createLearnersRepository } from '../src/modules/learners/learners.repository.ts'
import { createSettingsRepository } from '../src/modules/maintenance/settings.repository.ts'
import { createModelSwitch } from '../src/modules/model-guard/model-switch.ts'
import type { Proposer } from '../src/modules/proposals/openai-proposer.ts'
import { createRateLimitsRepository } from '../src/modules/rate-limits/rate-limits.repository.ts'

// A machine's clock is hours off for a while and is then set right: nobody is shut out for longer than the minutes that
// things last anyway, and nothing happens twice.
const HOUR = 3_600_000
let now = Date.parse('2026-05-04T10:00:00Z')
const clock = () => new Date(now)

let asked = 0
let answer = Promise.withResolvers<void>()
const proposer: Proposer = async () => {
  asked += 1
  await answer.promise
  return { ok: false, model: 'fake', reason: 'unreachable' }
}
const api = useTestApi({ clock, proposer, limits: { requestsPerMinute: 5 } })

beforeEach(() => {
  now += 48 * HOUR
})

describe.each([
  ['six hours ahead', 6 * HOUR],
  ['six hours behind', -6 * HOUR],
  ['thirty hours ahead', 30 * HOUR],
])('a clock that is %s and is set right', (_, jump) => {
  test('shuts nobody out for longer than a minute', async () => {
    const learner = api.learner()
    const read = () => api.call('GET', '/v1/me/export', { learner })
    const useUp = async () => {
      for (let calls = 0; calls < 20; calls++) {
        const response = await read()
        if (response.status === 429) return Number(response.headers.get('retry-after'))
        expect(response.status).toBe(200)
      }
      throw new Error('there is no limit')
    }
    for (const step of [0, jump, -jump]) {
      now += step
      expect(await useUp()).toBeLessThanOrEqual(60)
      now += 60_000
      expect((await read()).status).toBe(200)
    }
  })

  test('signing out everywhere in another process is heard within 20 seconds all the same', async () => {
    const learner = api.learner()
    const session = { sub: learner.id, name: 'Ada', auth_time: Math.min(now, now + jump) / 1000 - 60 }
    const call = async () => {
      const token = await api.sign(session)
      return (await api.call('GET', '/v1/intake', { token })).status
    }
    now += jump
    expect(await call()).toBe(404)
    now -= jump
    await createLearnersRepository({ db: api.database.db }).endSessions({
      learnerId: learner.id,
      notBefore: clock(),
    })
    now += 20_000
    expect(await call()).toBe(401)
  })

  test('turning the model off is heard within seconds all the same', async () => {
    let setting = 'on'
    const modelSwitch = createModelSwitch({ read: async () => setting, clock, logger: api.deps.logger })
    now += jump
    expect(await modelSwitch.isOn()).toBe(true)
    now -= jump
    setting = 'off'
    now += 3_000
    expect(await modelSwitch.isOn()).toBe(false)
  })

  test('does not hold up the hourly sweep, nor run it twice an hour', async () => {
    const settings = createSettingsRepository({ db: api.database.db })
    const isDue = () => settings.takeTurn({ key: `sweep ${jump}`, everySeconds: 3600, now: clock() })
    expect(await isDue()).toBe(true)
    now += jump
    await isDue()
    now -= jump
    await isDue()
    expect(await isDue()).toBe(false)
    now += HOUR
    expect(await isDue()).toBe(true)
    expect(await isDue()).toBe(false)
  })

  test('keeps nobody’s turn for hours', async () => {
    const counters = createRateLimitsRepository({ db: api.database.db })
    const hold = () => counters.hold({ bucket: `turn ${jump}`, until: new Date(now + 90_000), now: clock() })
    now += jump
    expect(await hold()).toBe(true)
    expect(await hold()).toBe(false)
    now -= jump
    await hold()
    expect(await hold()).toBe(false)
    now += 90_000
    expect(await hold()).toBe(true)
  })

  test('takes no generation from the process that works on it', async () => {
    answer = Promise.withResolvers()
    asked = 0
    const learner = api.learner()
    expect((await api.call('PUT', '/v1/intake', { learner, body: anIntake() })).status).toBe(200)
    expect((await api.call('POST', '/v1/plans', { learner, body: {} })).status).toBe(202)
    await expect.poll(() => asked, { timeout: 10_000 }).toBe(1)
    now += jump
    for (let looks = 0; looks < 5; looks++) {
      api.deps.generator.wake()
      await sleep(20)
    }
    answer.resolve()
    now -= jump
    now += 60_000
    const current = async () => {
      // Each look in a minute of its own, because of the limit.
      now += 60_000
      return (await api.call('GET', '/v1/plans/current', { learner })).status
    }
    await expect.poll(current, { timeout: 10_000 }).toBe(200)
    expect(asked).toBe(1)
  })
})
