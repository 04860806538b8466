import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { SESSION_MAX_SECONDS } from '../learners/learners.models.ts'
import { createLearnersRepository } from '../learners/learners.repository.ts'
import { createSettingsRepository } from './settings.repository.ts'
import { sweepAll } from './sweeper.ts'

const now = new Date('2026-05-04T10:00:00Z')
const clock = () => now
const logger = pino({ level: 'silent' })
const api = useTestApi({ clock })

test('of many processes that ask at once one gets the turn, and the next when it comes round', async () => {
  const settings = createSettingsRepository({ db: api.database.db })
  const ask = (moment: Date) => settings.takeTurn({ key: 'sweep', everySeconds: 3600, now: moment })
  const first = await Promise.all(Array.from({ length: 20 }, () => ask(now)))
  expect(first.filter(Boolean)).toHaveLength(1)
  expect(await ask(new Date(now.getTime() + 3_599_000))).toBe(false)
  expect(await ask(new Date(now.getTime() + 3_600_000))).toBe(true)
})

test('a setting is read as it was last written', async () => {
  const settings = createSettingsRepository({ db: api.database.db })
  expect(await settings.read({ key: 'model' })).toBeUndefined()
  await settings.write({ key: 'model', value: 'off', now })
  await settings.write({ key: 'model', value: 'on', now })
  expect(await settings.read({ key: 'model' })).toBe('on')
})

describe('sweeping', () => {
  test('forgets a sign-out once every session that it ended is too old to be taken', async () => {
    const { db } = api.database
    const learners = createLearnersRepository({ db })
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
    const [old, recent] = [randomUUID(), randomUUID()]
    await learners.endSessions({ learnerId: old, notBefore: ago(SESSION_MAX_SECONDS + 1) })
    await learners.endSessions({ learnerId: recent, notBefore: ago(SESSION_MAX_SECONDS - 60) })
    const removed = await sweepAll({ sweeps: { sessions: learners.sweepSessions }, clock, logger })
    expect(removed).toEqual({ sessions: 1 })
    const left = await db.selectFrom('learner_sessions').select('learner_id').execute()
    expect(left).toEqual([{ learner_id: recent }])
    const token = await api.sign({ sub: old, auth_time: ago(SESSION_MAX_SECONDS + 2).getTime() / 1000 })
    expect((await api.call('GET', '/v1/topics', { token })).status).toBe(401)
  })

  test('forgets the end of a session once no token of it is accepted', async () => {
    const { db } = api.database
    const learners = createLearnersRepository({ db })
    const learnerId = randomUUID()
    const [old, recent] = [randomUUID(), randomUUID()]
    const at = (ms: number) => new Date(now.getTime() + ms)
    await learners.endSession({ learnerId, sessionId: old, expiresAt: at(-1) })
    await learners.endSession({ learnerId, sessionId: recent, expiresAt: at(1000) })
    const removed = await sweepAll({ sweeps: { ended: learners.sweepEndedSessions }, clock, logger })
    expect(removed).toEqual({ ended: 1 })
    expect((await learners.getEndedSessions({ learnerId })).sessionIds).toEqual(new Set([recent]))
  })

  test('ends, however much there is, and one that fails stops no other', async () => {
    const endless = async () => 1
    const failing = async () => {
      throw new Error('away')
    }
    expect(await sweepAll({ sweeps: { failing, endless }, clock, logger })).toEqual({
      failing: 0,
      endless: 50,
    })
  })
})
